#include "register/register.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

namespace kaoping::registry {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const char* const kSample = R"json({
  "format": "register/1",
  "units": [
    {"name": "某市商务局", "aliases": ["商务局", "局"], "offices": [
      {"name": "办公室"},
      {"name": "纪检组（监察室）", "aliases": ["监察室"]},
      {"name": "政策法规处", "tags": ["业务"], "offices": [
        {"name": "法规科", "tags": ["业务", "执法"]}]},
      {"name": "对外贸易处", "tags": ["执法"]}]},
    {"name": "某市财政局", "offices": [{"name": "办公室"}]}
  ],
  "groups": [
    {"name": "各业务处室", "tags": ["业务"]},
    {"name": "执法职能处室", "aliases": ["各行政执法处室"], "tags": ["执法"]},
    {"name": "处室", "tags": ["业务", "执法"]}
  ]
})json";

class RegisterTest : public testing::Test {
 protected:
  RegisterTest() : register_(*ReadRegister(kSample)), unit_(*FindUnit(register_, "商务局")) {}

  Meaning Resolved(std::string_view name) const { return Resolve(register_, unit_, name); }

  const Register register_;
  const Unit& unit_;
};

TEST_F(RegisterTest, UnitsAreFoundByNameAndAlias) {
  EXPECT_EQ(unit_.name, "某市商务局");
  EXPECT_EQ(FindUnit(register_, "某市 财政局")->name, "某市财政局");
  EXPECT_EQ(FindUnit(register_, "教育局"), nullptr);
}

TEST_F(RegisterTest, OfficesAreFoundByNameAliasAndBrackets) {
  for (const char* name : {"纪检组（监察室）", "纪检组(监察室)", "监察室", "纪检组 （监察室）"}) {
    EXPECT_EQ(Resolved(name).kind, Meaning::Kind::kOffice) << name;
    EXPECT_THAT(Resolved(name).offices, ElementsAre("纪检组（监察室）")) << name;
  }
  EXPECT_THAT(Resolved("法规科").offices, ElementsAre("法规科"));
}

TEST_F(RegisterTest, ALeadingNameOfTheUnitIsLeftAside) {
  EXPECT_THAT(Resolved("局办公室").offices, ElementsAre("办公室"));
  EXPECT_THAT(Resolved("某市商务局办公室").offices, ElementsAre("办公室"));
  EXPECT_THAT(Resolved("局各业务处室").offices, ElementsAre("政策法规处", "法规科"));
}

TEST_F(RegisterTest, TheUnitMayStandInFrontByAnyOfItsNames) {
  const Register names = *ReadRegister(R"({"format":"register/1","units":[{"name":"某市商务局",
      "offices":[{"name":"局办公室"},{"name":"法规处"},{"name":"计划处"}]}]})");
  for (const char* name : {"办公室", "局办公室", "市局办公室", "本局办公室", "商务局办公室"}) {
    EXPECT_THAT(Resolve(names, names.units[0], name).offices, ElementsAre("局办公室")) << name;
  }
  EXPECT_THAT(Resolve(names, names.units[0], "财政局法规处").offices, IsEmpty());
}

TEST_F(RegisterTest, AnOfficeOfEitherNounIsTheOneThatThereIs) {
  EXPECT_THAT(Resolved("政策法规处（科）").offices, ElementsAre("政策法规处"));
  EXPECT_THAT(Resolved("法规处(科)").offices, ElementsAre("法规科"));
  EXPECT_EQ(Resolved("法规处").kind, Meaning::Kind::kUnknown);
  const Register both = *ReadRegister(R"({"format":"register/1","units":[{"name":"局",
      "offices":[{"name":"法规处"},{"name":"法规科"}]}]})");
  EXPECT_EQ(Resolve(both, both.units[0], "法规处（科）").kind, Meaning::Kind::kUnknown);
}

TEST_F(RegisterTest, AnswersCountWhereTheRegisterIsSilent) {
  Register names = *ReadRegister(kSample);
  const Unit unit = names.units[0];
  const auto say = [&](const char* name, const Answer& answer) {
    names.answers.push_back({"商务局", name, answer});
  };
  say("宣教处", {{"政策法规处"}, {}, false});
  say("综合口", {{"办公室", "政策法规处"}, {}, false});
  say("窗口单位", {{}, {"执法"}, false});
  say("贸促会", {{}, {}, true});
  say("办公室", {{"对外贸易处"}, {}, false});
  say("督查室", {{"已撤销的处"}, {}, false});
  EXPECT_EQ(Resolve(names, unit, "宣 教处").kind, Meaning::Kind::kOffice);
  EXPECT_THAT(Resolve(names, unit, "综合口").offices, ElementsAre("办公室", "政策法规处"));
  EXPECT_EQ(Resolve(names, unit, "窗口单位").kind, Meaning::Kind::kGroup);
  EXPECT_THAT(Resolve(names, unit, "窗口单位").offices, ElementsAre("法规科", "对外贸易处"));
  EXPECT_EQ(Resolve(names, unit, "贸促会").kind, Meaning::Kind::kIgnored);
  EXPECT_THAT(Resolve(names, unit, "办公室").offices, ElementsAre("办公室"));
  EXPECT_EQ(Resolve(names, unit, "督查室").kind, Meaning::Kind::kUnknown);
  EXPECT_EQ(Resolve(names, names.units[1], "宣教处").kind, Meaning::Kind::kUnknown);
  say("宣教处", {});
  EXPECT_EQ(Resolve(names, unit, "宣教处").kind, Meaning::Kind::kUnknown);
}

TEST_F(RegisterTest, AnAnswerIsReadBackAsItWasWritten) {
  for (const Answer& answer : {Answer{{"办公室"}, {}, false}, Answer{{}, {"业务"}, false},
                               Answer{{}, {}, true}, Answer{}}) {
    EXPECT_EQ(*ReadAnswer(WriteAnswer(answer)), answer);
  }
  EXPECT_FALSE(ReadAnswer(R"({"office":"办公室"})"));
}

TEST_F(RegisterTest, GroupsAreExpandedByTagsInTheOrderOfTheRegister) {
  EXPECT_EQ(Resolved("业务各处室").kind, Meaning::Kind::kGroup);
  EXPECT_THAT(Resolved("各业务处室").offices, ElementsAre("政策法规处", "法规科"));
  EXPECT_THAT(Resolved("各行政执法处室").offices, ElementsAre("法规科", "对外贸易处"));
  EXPECT_THAT(Resolved("全体处室").offices, ElementsAre("政策法规处", "法规科", "对外贸易处"));
  EXPECT_EQ(Resolved("所有处室"), Resolved("各处室"));
}

TEST_F(RegisterTest, UnknownNamesComeWithTheNearest) {
  EXPECT_EQ(Resolved("政策法规科").kind, Meaning::Kind::kUnknown);
  EXPECT_THAT(Resolved("政策法规科").nearest, ElementsAre("政策法规处", "法规科"));
  EXPECT_THAT(Resolved("港口管理中心").nearest, IsEmpty());
}

TEST_F(RegisterTest, UnknownNamesAreListedOnceInOrderOfMention) {
  EXPECT_THAT(FindUnknown(register_, unit_, {"贸促会", "办公室", "监察处", "贸促会"}),
              ElementsAre(UnknownName{"贸促会", {}}, UnknownName{"监察处", {"纪检组（监察室）"}}));
}

TEST_F(RegisterTest, AnOfficeHasThoseWithinIt) {
  const Office* const office = FindOffice(unit_, " 政策法规处");
  ASSERT_NE(office, nullptr);
  EXPECT_THAT(NamesWithin(*office), ElementsAre("政策法规处", "法规科"));
  EXPECT_THAT(NamesWithin(*FindOffice(unit_, "监察室")), ElementsAre("纪检组（监察室）"));
  EXPECT_EQ(FindOffice(unit_, "审计处"), nullptr);
}

TEST(Register, AUnitMayTakePartWithoutBeingAssessed) {
  const std::string json =
      R"({"format":"register/1","units":[{"name":"某市法院","assessed":false},)"
      R"({"name":"某市商务局"},{"name":"某市考评办","assessed":false}]})";
  const Result<Register> read = ReadRegister(json);
  ASSERT_TRUE(read);
  EXPECT_FALSE(FindUnit(*read, "某市法院")->is_assessed);
  ASSERT_NE(OnlyAssessed(*read), nullptr);
  EXPECT_EQ(OnlyAssessed(*read)->name, "某市商务局");
  const Result<Register> again = ReadRegister(WriteRegister(*read));
  ASSERT_TRUE(again);
  EXPECT_EQ(*again, *read);
  EXPECT_EQ(OnlyAssessed(*ReadRegister(kSample)), nullptr);
}

TEST_F(RegisterTest, IsReadBackAsItWasWritten) {
  EXPECT_EQ(*ReadRegister(WriteRegister(register_)), register_);
}

// The path that the refusal of `json` names.
std::string RefusedAt(const std::string& json) {
  const Result<Register> result = ReadRegister(json);
  if (result) return "";
  EXPECT_EQ(result.error().code, "register-invalid");
  return result.error().field;
}

TEST(RegisterJson, WhatIsNotTheFormIsRefusedByItsPath) {
  EXPECT_EQ(RefusedAt(R"({"format":"register/2","units":[]})"), "format");
  EXPECT_EQ(RefusedAt(R"({"format":"register/1"})"), "units");
  EXPECT_EQ(RefusedAt(R"({"format":"register/1","units":[{"name":""}]})"), "units[0].name");
  EXPECT_EQ(RefusedAt(R"({"format":"register/1","units":[{"name":"局","head":"x"}]})"),
            "units[0].head");
  EXPECT_EQ(RefusedAt(R"({"format":"register/1","units":[],"groups":[{"name":"各处室"}]})"),
            "groups[0].tags");
  EXPECT_THAT(ReadRegister("{").error().message.zh, HasSubstr("第 1 行"));
}

TEST(RegisterJson, ANameThatMeansTwoOfficesIsRefused) {
  EXPECT_EQ(RefusedAt(R"({"format":"register/1","units":[{"name":"局"},{"name":"局"}]})"),
            "units[1].name");
  EXPECT_EQ(RefusedAt(R"({"format":"register/1","units":[{"name":"局","offices":[
      {"name":"办公室","offices":[{"name":"秘书科","aliases":["办公室"]}]}]}]})"),
            "units[0].offices[0].offices[0].aliases");
  EXPECT_EQ(RefusedAt(R"({"format":"register/1","units":[
      {"name":"甲局","offices":[{"name":"办公室"}]},
      {"name":"乙局","offices":[{"name":"办公室"}]}]})"),
            "");
}

TEST(RegisterJson, OfficesAreNotNestedWithoutEnd) {
  std::string offices;
  for (int i = 0; i < 9; ++i) offices += fmt::format(R"({{"name":"第{}层","offices":[)", i);
  for (int i = 0; i < 9; ++i) offices += "]}";
  EXPECT_THAT(
      RefusedAt(R"({"format":"register/1","units":[{"name":"局","offices":[)" + offices + "]}]}"),
      HasSubstr("offices"));
}

TEST(RegisterExample, NamesEveryOfficeAndGroupOfTheReferenceNotice) {
  const std::ifstream file(KAOPING_SOURCE_DIR "/examples/nantong-2017/register.json");
  std::stringstream text;
  text << file.rdbuf();
  const Result<Register> example = ReadRegister(text.str());
  ASSERT_TRUE(example) << example.error().message.zh;
  const Unit& bureau = *FindUnit(*example, "商务局");
  EXPECT_THAT(FindUnknown(*example, bureau,
                          {"组织人事处",
                           "政策法规处",
                           "办公室",
                           "纪检组（监察室）",
                           "法律事务部",
                           "口岸运行管理处",
                           "行政服务处",
                           "监察室",
                           "市场体系建设处(行政执法处)",
                           "对外投资和经济合作处",
                           "全体处室",
                           "全体部门",
                           "所有处室",
                           "所有部门",
                           "各行政执法处室",
                           "各行政审批处室",
                           "开放型经济各处室",
                           "商贸流通各处室",
                           "各业务处室",
                           "执法职能处室"}),
              IsEmpty());
  for (const Group& group : example->groups) {
    EXPECT_THAT(Resolve(*example, bureau, group.name).offices, Not(IsEmpty())) << group.name;
  }
}

}  // namespace
}  // namespace kaoping::registry
