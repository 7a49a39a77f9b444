#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "json/fields.h"

namespace kaoping::json {
namespace {

using testing::HasSubstr;

constexpr FileKind kFile = {"sample-invalid", "样本文件", "sample file"};

// What is wrong with the text, in English; "" if it is read.
std::string Trouble(std::string_view text) {
  const Result<ordered_json> json = ParseFile(kFile, text);
  if (json) return "";
  EXPECT_EQ(json.error().kind, ErrorKind::kInvalid);
  EXPECT_EQ(json.error().code, "sample-invalid");
  EXPECT_THAT(json.error().message.zh, HasSubstr("样本文件"));
  return json.error().message.en;
}

TEST(ParseFile, KeepsTheTreeAndItsOrder) {
  const char* const text = R"({"b":[1,-2,0.5,"x",true,null,[],{}],"a":{"c":18446744073709551615}})";
  const Result<ordered_json> json = ParseFile(kFile, text);
  ASSERT_TRUE(json);
  EXPECT_EQ(json->dump(), text);
  EXPECT_EQ(ParseFile(kFile, "7")->dump(), "7");
}

TEST(ParseFile, NamesTheLineOfWhatIsNoJson) {
  EXPECT_THAT(Trouble("{\n\"a\": 1,\n oops}"), HasSubstr("line 3"));
  EXPECT_THAT(Trouble(""), HasSubstr("line 1"));
  EXPECT_THAT(Trouble("{}\n{}"), HasSubstr("line 2"));
  EXPECT_THAT(Trouble("{\"a\":\"\xFF\"}"), HasSubstr("line 1"));
}

TEST(ParseFile, PassesNothingOverBehindANul) {
  EXPECT_THAT(Trouble(std::string_view("{}\n\0 ]]]", 8)), HasSubstr("line 2"));
  EXPECT_THAT(Trouble(std::string_view("{}\0", 3)), HasSubstr("NUL"));
}

TEST(ParseFile, NamesThePlaceOfANumberTooLargeForAny) {
  EXPECT_THAT(Trouble("{\"rules\":[{},\n{\"points\":1e400}]}"),
              testing::AllOf(HasSubstr("line 2"), HasSubstr("rules[1].points")));
}

TEST(ParseFile, RefusesAKeyThatIsWrittenTwice) {
  EXPECT_THAT(Trouble(R"({"a":[{"b":1},{"b":1,"c":2,"b":3}]})"), HasSubstr("a[1].b"));
  EXPECT_EQ(Trouble(R"({"a":{"b":1},"b":{"a":1}})"), "");
}

TEST(ParseFile, RefusesWhatIsNestedTooDeep) {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  EXPECT_EQ(Trouble(nested(64)), "");
  EXPECT_THAT(Trouble(nested(65)), HasSubstr("too deep"));
  EXPECT_THAT(Trouble(nested(1'000'000)), HasSubstr("too deep"));
}

TEST(Wrong, SpeaksOfTheWholeFileWithoutAPath) {
  const Error error = Wrong(kFile, "", "一个对象", "an object");
  EXPECT_EQ(error.message.zh, "样本文件应为一个对象，请对照格式改正");
  EXPECT_EQ(error.message.en, "the sample file must be an object: compare the format");
}

}  // namespace
}  // namespace kaoping::json
