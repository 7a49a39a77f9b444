#include "notice/offices.h"

#include <gmock/gmock.h>

namespace kaoping::notice {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct OfficesCase {
  const char* name;
  const char* cell;
  // "name" or "name:by" for those that the cell doesn't name itself.
  std::vector<std::string> offices;
};

class OfficesTest : public testing::TestWithParam<OfficesCase> {};

TEST_P(OfficesTest, AreReadAsWritten) {
  std::vector<std::string> read;
  for (const Office& office : ReadOffices(GetParam().cell)) {
    const bool named = office.by == Office::By::kName;
    read.push_back(named ? office.name : office.name + ":" + ToString(office.by));
  }
  EXPECT_EQ(read, GetParam().offices);
}

INSTANTIATE_TEST_SUITE_P(
    Forms, OfficesTest,
    testing::Values(
        OfficesCase{"One", "组织人事处", {"组织人事处"}},
        OfficesCase{"Blank", "政策法规处 办公室", {"政策法规处", "办公室"}},
        OfficesCase{"Mark", "组织人事处、政策法规处", {"组织人事处", "政策法规处"}},
        OfficesCase{"Comma", "办公室，财务处;监察室", {"办公室", "财务处", "监察室"}},
        OfficesCase{"LineBreak", "办公室\n财务处", {"办公室", "财务处"}},
        OfficesCase{"Conjunction", "办公室和财务处以及监察室", {"办公室", "财务处", "监察室"}},
        OfficesCase{"ConjunctionWithinAName",
                    "对外投资和经济合作处、政策法规处",
                    {"对外投资和经济合作处", "政策法规处"}},
        OfficesCase{"BracketBelongsToTheName",
                    "相关涉案处室、纪检组（监察室）、组织人事处",
                    {"相关涉案处室:case", "纪检组（监察室）", "组织人事处"}},
        OfficesCase{"HalfWidthBracket",
                    "市场体系建设处(行政执法处)、政策法规处",
                    {"市场体系建设处(行政执法处)", "政策法规处"}},
        OfficesCase{"MarkWithinABracket", "纪检组（监察室、审计室）", {"纪检组（监察室、审计室）"}},
        OfficesCase{"HeadOfAGroupIsDistributed",
                    "各行政执法、行政审批处室，法律事务部",
                    {"各行政执法处室:group", "各行政审批处室:group", "法律事务部"}},
        OfficesCase{"HeadOfNamesIsDistributed", "财务、人事处", {"财务处", "人事处"}},
        OfficesCase{"BareNounTakesTheQualifier",
                    "政策法规处、全体处室、部门",
                    {"政策法规处", "全体处室:group", "全体部门:group"}},
        OfficesCase{"BareNounTakesTheOpenQualifier",
                    "政策法规处、各相关处室、部门",
                    {"政策法规处", "各相关处室:open", "各相关部门:open"}},
        OfficesCase{"BareNounAlone", "政策法规处、部门", {"政策法规处", "部门:group"}},
        OfficesCase{"NothingIsDistributedOverAComma",
                    "各行政执法，法律事务部",
                    {"各行政执法:group", "法律事务部"}},
        OfficesCase{"ByDocument",
                    "局法治宣传教育工作要点确定的责任处室、部门",
                    {"局法治宣传教育工作要点确定的责任处室:document",
                     "局法治宣传教育工作要点确定的责任部门:document"}},
        OfficesCase{"QuantifierWithin",
                    "开放型经济各处室、商贸流通各处室",
                    {"开放型经济各处室:group", "商贸流通各处室:group"}},
        OfficesCase{"GroupWithoutQuantifier", "执法职能处室", {"执法职能处室:group"}},
        OfficesCase{"OpenGroup", "办公室、相关处室", {"办公室", "相关处室:open"}},
        OfficesCase{"TornLine", "政策 法规处、办 公室", {"政策法规处", "办公室"}},
        OfficesCase{"Repeated", "办公室、办公室", {"办公室"}},
        OfficesCase{"Unfinished", "政策法规", {"政策法规"}}, OfficesCase{"Empty", " 、 ", {}}),
    [](const auto& instance) { return std::string(instance.param.name); });

TEST(Bodies, StandAsWritten) {
  EXPECT_THAT(ReadBodies("机关各处室，贸促会各部"), ElementsAre("机关各处室", "贸促会各部"));
  EXPECT_THAT(ReadBodies("各县（市）、区人民政府，市发改委、财政局"),
              ElementsAre("各县（市）、区人民政府", "市发改委", "财政局"));
  EXPECT_THAT(ReadBodies("市委政法委，市依法治市领导小组办公室。"),
              ElementsAre("市委政法委", "市依法治市领导小组办公室"));
  EXPECT_THAT(ReadBodies(""), IsEmpty());
}

}  // namespace
}  // namespace kaoping::notice
