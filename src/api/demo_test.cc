#include "api/demo.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

#include "api/embedded.h"
#include "service/register.h"
#include "service/schemes.h"
#include "service/verification.h"
#include "support/temporary_folder.h"

namespace kaoping::api {
namespace {

// A folder of its own, not filled with the demonstration.
class DemoTest : public ::testing::Test {
 protected:
  DemoTest() { store_ = std::move(service::OpenStore(folder_.path() / "data")).value(); }

  service::Context Operator() { return {*store_, service::OperatorActor(), Timestamp::Now()}; }
  // The code with which the demonstration is refused; nothing must have changed.
  std::string Refusal() {
    const auto before = service::Verify(Operator(), std::nullopt)->hash;
    const auto filled = FillDemo(*store_, Timestamp::Now());
    EXPECT_EQ(service::Verify(Operator(), std::nullopt)->hash, before);
    return filled ? "" : filled.error().code;
  }
  std::string_view File(std::string_view path) {
    for (const auto& file : embedded::DemoFiles()) {
      if (file.path == path) return file.content;
    }
    ADD_FAILURE() << "no file " << path;
    return {};
  }

  kaoping::testing::TemporaryFolder folder_;
  service::StorePtr store_;
};

TEST_F(DemoTest, LeavesARegisterOfSomebodyElseAlone) {
  ASSERT_TRUE(service::ImportRegister(Operator(), File("/register.json")));
  EXPECT_EQ(Refusal(), "data-not-demo");
}

TEST_F(DemoTest, LeavesASchemeOfSomebodyElseAlone) {
  const auto imported = service::ImportNotice(Operator(), "notice.txt", File("/notice.txt"));
  ASSERT_TRUE(imported);
  EXPECT_EQ(Refusal(), "data-not-demo");
  const auto draft = service::ShowScheme(Operator(), imported->summary.id);
  ASSERT_TRUE(draft);
  ASSERT_TRUE(service::PublishScheme(Operator(), imported->summary.id, "另行制订",
                                     service::OutstandingWarnings(*draft)));
  EXPECT_EQ(Refusal(), "data-not-demo");
}

TEST_F(DemoTest, LeavesAccountsOfSomebodyElseAlone) {
  ASSERT_TRUE(service::CreateFirstAdministrator(*store_, Timestamp::Now()));
  EXPECT_EQ(Refusal(), "data-not-demo");
}

TEST_F(DemoTest, KnowsItsOwnFolderWhateverCameLater) {
  ASSERT_TRUE(FillDemo(*store_, Timestamp::Now()));
  std::string another(File("/notice.txt"));
  another.replace(another.find("〔2017〕81号"), std::string("〔2017〕81号").size(), "〔2017〕82号");
  ASSERT_TRUE(service::ImportNotice(Operator(), "另一份.txt", another));
  const auto again = FillDemo(*store_, Timestamp::Now());
  ASSERT_TRUE(again) << again.error().message.en;
  EXPECT_TRUE(again->passwords.empty());
}

}  // namespace
}  // namespace kaoping::api
