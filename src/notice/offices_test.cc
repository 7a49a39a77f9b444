#include "notice/offices.h"

#include <gmock/gmock.h>

namespace kaoping::notice {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct OfficesCase {
  const char* name;
  const char* cell;
  // "name", "name:by" for those that the cell doesn't name itself, "=role" behind it where the
  // cell says one.
  std::vector<std::string> offices;
};

class OfficesTest : public testing::TestWithParam<OfficesCase> {};

TEST_P(OfficesTest, AreReadAsWritten) {
  std::vector<std::string> read;
  for (const Office& office : ReadOffices(GetParam().cell)) {
    const bool named = office.by == Office::By::kName;
    std::string as_read = named ? office.name : office.name + ":" + ToString(office.by);
    if (office.role) as_read += std::string("=") + ToString(*office.role);
    read.push_back(std::move(as_read));
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

INSTANTIATE_TEST_SUITE_P(
    Roles, OfficesTest,
    testing::Values(
        OfficesCase{"Labels",
                    "牵头单位：政策法规处；配合单位：办公室、财务处",
                    {"政策法规处=lead", "办公室=support", "财务处=support"}},
        OfficesCase{"LabelsWithoutSeparator",
                    "主办：政策法规处 协办：办公室",
                    {"政策法规处=lead", "办公室=support"}},
        OfficesCase{"LabelsOnLinesOfTheirOwn",
                    "牵头处室\n政策法规处\n配合处室\n办公室\n财务处",
                    {"政策法规处=lead", "办公室=support", "财务处=support"}},
        OfficesCase{"LabelsWithoutColons",
                    "牵头单位政策法规处，配合单位办公室",
                    {"政策法规处=lead", "办公室=support"}},
        OfficesCase{"ALabelLastsOverASemicolon",
                    "牵头：政策法规处；配合：办公室；财务处",
                    {"政策法规处=lead", "办公室=support", "财务处=support"}},
        OfficesCase{
            "SeveralMayLead", "牵头单位：政策法规处、办公室", {"政策法规处=lead", "办公室=lead"}},
        OfficesCase{"Suffixes",
                    "政策法规处牵头，办公室、财务处配合",
                    {"政策法规处=lead", "办公室=support", "财务处=support"}},
        OfficesCase{"SuffixesOverCommas",
                    "由政策法规处牵头负责，办公室，财务处积极配合",
                    {"政策法规处=lead", "办公室=support", "财务处=support"}},
        OfficesCase{"SuffixWithoutAMark",
                    "政策法规处牵头各业务处室配合",
                    {"政策法规处=lead", "各业务处室:group=support"}},
        OfficesCase{
            "SuffixApart", "政策法规处 牵头 办公室 配合", {"政策法规处=lead", "办公室=support"}},
        OfficesCase{"WhatStandsBeforeACommaIsNotMeant",
                    "财务处，政策法规处牵头，办公室配合",
                    {"财务处", "政策法规处=lead", "办公室=support"}},
        OfficesCase{"SharedLead", "政策法规处、办公室共同牵头", {"政策法规处=lead", "办公室=lead"}},
        OfficesCase{"Bracket", "政策法规处（牵头）、办公室", {"政策法规处=lead", "办公室"}},
        OfficesCase{"BracketOfEach",
                    "政策法规处(主办)办公室（协办处室），财务处[配合]",
                    {"政策法规处=lead", "办公室=support", "财务处=support"}},
        OfficesCase{"BracketBehindABracket",
                    "纪检组（监察室）（牵头）、办公室",
                    {"纪检组（监察室）=lead", "办公室"}},
        OfficesCase{"BracketBeforeTheName",
                    "（牵头）政策法规处（配合）办公室、财务处",
                    {"政策法规处=lead", "办公室=support", "财务处=support"}},
        OfficesCase{"BracketThatListsOthers",
                    "政策法规处（办公室、财务处配合）",
                    {"政策法规处=lead", "办公室=support", "财务处=support"}},
        OfficesCase{"BracketWithALabel",
                    "政策法规处牵头（配合：办公室）",
                    {"政策法规处=lead", "办公室=support"}},
        OfficesCase{"Together",
                    "政策法规处会同办公室、财务处",
                    {"政策法规处=lead", "办公室=support", "财务处=support"}},
        OfficesCase{"TheOnlyOneThatDoesNotSupportLeads",
                    "责任单位：政策法规处；配合单位：办公室",
                    {"政策法规处=lead", "办公室=support"}},
        OfficesCase{"OfTwoThatDoNotSupportNobodyIsSaidToLead",
                    "责任单位：政策法规处、财务处；配合单位：办公室",
                    {"政策法规处", "财务处", "办公室=support"}},
        OfficesCase{"AGroupIsNotInferredToLead",
                    "各业务处室按职责分工负责，办公室配合",
                    {"各业务处室:group", "办公室=support"}},
        OfficesCase{"AnswersSaysNoRole", "责任处室：政策法规处、办公室", {"政策法规处", "办公室"}},
        OfficesCase{"WordsWithinANameAreNone",
                    "公众参与处、综合协调配合科、责任督查室、落实办公室",
                    {"公众参与处", "综合协调配合科", "责任督查室", "落实办公室"}},
        OfficesCase{"HeadsOfOfficesAreNoRole", "各处室负责人", {"各处室负责人:group"}}),
    [](const auto& instance) { return std::string(instance.param.name); });

TEST(OfficeCells, HeadingsSayTheRole) {
  const Office lead = {"政策法规处", Office::By::kName, Office::Role::kLead};
  const Office support = {"办公室", Office::By::kName, Office::Role::kSupport};
  const auto read = [&](const char* first, const char* second) {
    const std::vector<OfficeCell> cells = {{"政策法规处", first}, {"政策法规处、办公室", second}};
    return ReadOffices(cells);
  };
  EXPECT_THAT(read("牵头处室", "配合处室"), ElementsAre(lead, support));
  EXPECT_THAT(read("主办单位", "协办单位"), ElementsAre(lead, support));
  EXPECT_THAT(read("责任单位", "配合单位").back(), support);
  EXPECT_FALSE(read("责任单位", "牵头及配合单位")[0].role);
  EXPECT_THAT(
      ReadOffices(std::vector<OfficeCell>{{"政策法规处", "责任单位"}, {"办公室", "参与单位"}}),
      ElementsAre(lead, support));
}

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
