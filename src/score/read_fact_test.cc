#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "score/fact.h"

namespace kaoping::score {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// The field that reading stumbles over; "ok" if it doesn't, the code where no field is named.
std::string Trouble(std::string_view json) {
  const auto facts = ReadFactLine(json);
  if (facts) return "ok";
  EXPECT_FALSE(facts.error().message.zh.empty());
  EXPECT_FALSE(facts.error().message.en.empty());
  return facts.error().field.empty() ? facts.error().code : facts.error().field;
}

TEST(ReadFact, KeepsEveryField) {
  const auto facts = ReadFactLine(
      R"({"unit":"局","rule":"1.2.1","on":"2017-03-20","known":"2017-03-21T09:00:00+08:00",)"
      R"("id":"f1","reverses":"f0","holds":false,"count":2,"value":"1.5","add":-1,)"
      R"("present":["计划"],"missing":1,"late":0.5,"place":3,"of":"9","from_place":2,)"
      R"("points":"0.7","level":"省","work":"甲","case":"A","applies":false,"office":"政策法规处",)"
      R"("status":"claimed","evidence":["会议纪要"],"note":"备注"})");
  ASSERT_TRUE(facts);
  const Fact& fact = facts->at(0);
  EXPECT_EQ(fact.unit, "局");
  EXPECT_EQ(fact.rule, "1.2.1");
  EXPECT_EQ(fact.on, Date::FromYmd(2017, 3, 20));
  EXPECT_EQ(fact.known, Timestamp::Parse("2017-03-21T01:00:00Z"));
  EXPECT_EQ(fact.id, "f1");
  EXPECT_EQ(fact.reverses, "f0");
  EXPECT_EQ(fact.holds, false);
  EXPECT_EQ(fact.count, Decimal::FromInt(2));
  EXPECT_EQ(fact.value, Decimal::Parse("1.5"));
  EXPECT_EQ(fact.add, Decimal::FromInt(-1));
  EXPECT_THAT(fact.present.value(), ElementsAre("计划"));
  EXPECT_EQ(fact.missing, 1);
  EXPECT_EQ(fact.late, Decimal::Parse("0.5"));
  EXPECT_EQ(fact.place, 3);
  EXPECT_EQ(fact.of, 9);
  EXPECT_EQ(fact.from_place, 2);
  EXPECT_EQ(fact.points, Decimal::Parse("0.7"));
  EXPECT_EQ(fact.level, "省");
  EXPECT_EQ(fact.work, "甲");
  EXPECT_EQ(fact.case_id, "A");
  EXPECT_EQ(fact.applies, false);
  EXPECT_EQ(fact.office, "政策法规处");
  EXPECT_EQ(fact.status, FactStatus::kClaimed);
  EXPECT_THAT(fact.evidence, ElementsAre("会议纪要"));
  EXPECT_EQ(fact.note, "备注");
  // What was written is read back the same.
  EXPECT_EQ(ReadFactLine(WriteFact(fact))->at(0), fact);
}

TEST(ReadFact, TellsNoComponentsFromNoWordOnThem) {
  const auto facts = ReadFactLine(R"({"unit":"局","rule":"3.3.1","present":[]})");
  ASSERT_TRUE(facts->at(0).present);
  EXPECT_TRUE(facts->at(0).present->empty());
  EXPECT_EQ(ReadFactLine(WriteFact(facts->at(0)))->at(0), facts->at(0));
}

TEST(ReadFact, AFigureIsReadByItsCharacters) {
  const auto value = [](std::string_view figure) {
    const auto facts =
        ReadFactLine(R"({"unit":"局","rule":"1","value":)" + std::string(figure) + "}");
    return facts ? facts->at(0).value->ToString() : facts.error().field;
  };
  EXPECT_EQ(value("0.1"), "0.1");
  EXPECT_EQ(value("0.300000"), "0.3");
  EXPECT_EQ(value("999999999.999999"), "999999999.999999");  // a double would give …999
  EXPECT_EQ(value("-0.000001"), "-0.000001");
  EXPECT_EQ(value("\"12.5\""), "12.5");
  for (const char* figure : {"1e2", "0.1234567", "1000000001", "99999999999999999999", "\"1,5\"",
                             "\" 1\"", "true", "null", "[1]", "{}"}) {
    EXPECT_EQ(value(figure), "value") << figure;
  }
}

TEST(ReadFact, NamesTheFieldThatIsWrong) {
  EXPECT_EQ(Trouble(R"({"unit":"局","rule":"1.2.1"})"), "ok");
  struct {
    const char* json;
    const char* field;
  } const cases[] = {
      {R"({"unit":"局","rule":"1","vaule":"1"})", "vaule"},
      {R"({"unit":"局","rule":"1","value":"1","value":"2"})", "value"},
      {R"({"rule":"1"})", "unit"},
      {R"({"unit":"","rule":"1"})", "unit"},
      {R"({"unit":"局"})", "rule"},
      {R"({"unit":7,"rule":"1"})", "unit"},
      {R"({"unit":"局","rule":"1","on":"2017-02-29"})", "on"},
      {R"({"unit":"局","rule":"1","on":20170301})", "on"},
      {R"({"unit":"局","rule":"1","known":"2017-03-01"})", "known"},
      {R"({"unit":"局","rule":"1","holds":"true"})", "holds"},
      {R"({"unit":"局","rule":"1","count":1e400})", "count"},
      {R"({"unit":"局","rule":"1","place":1.5})", "place"},
      {R"({"unit":"局","rule":"1","missing":-1})", "missing"},
      {R"({"unit":"局","rule":"1","status":"done"})", "status"},
      {R"({"unit":"局","rule":"1","present":"计划"})", "present"},
      {R"({"unit":"局","rule":"1","evidence":[1]})", "evidence"},
      {R"({"unit":"局","rule":"1","note":null})", "note"},
      {R"({"unit":"局","rule":"1","note":"\u0000"})", "note"},
      {R"({"unit":"局","facts":[{"rule":"1","case":1}]})", "case"},
      {R"({"unit":"局","facts":{}})", "facts"},
      {R"({"facts":[]})", "unit"},
      {R"({"unit":"局","facts":[],"rule":"1"})", "rule"},
      {R"({"unit":"局","facts":[{"unit":"处","rule":"1"}]})", "unit"},
  };
  for (const auto& c : cases) EXPECT_EQ(Trouble(c.json), c.field) << c.json;
}

TEST(ReadFact, NamesAControlCharacter) {
  const auto facts = ReadFactLine(R"({"unit":"局","rule":"1","note":"a\u0007b"})");
  ASSERT_FALSE(facts);
  EXPECT_EQ(facts.error().field, "note");
  EXPECT_THAT(facts.error().message.zh, HasSubstr("控制字符 U+0007"));
}

TEST(ReadFact, RefusesBlanksAroundAUnit) {
  for (const char* unit : {" 局", "局 ", "　局", " "}) {
    EXPECT_EQ(Trouble(std::string(R"({"rule":"1","unit":")") + unit + "\"}"), "unit") << unit;
    EXPECT_EQ(Trouble(std::string(R"({"facts":[],"unit":")") + unit + "\"}"), "unit") << unit;
  }
  EXPECT_EQ(Trouble(R"({"unit":"商务局 一处","rule":"1"})"), "ok");
}

TEST(ReadFact, RefusesWhatIsNoJson) {
  for (const char* text : {"", "x", "{", R"({"unit":"局" "rule":"1"})", "[]", "7", "null",
                           R"({"unit":"局","rule":"1"} {})", "{\"unit\":\"\xFF\",\"rule\":\"1\"}",
                           R"({"unit":"局","rule":"1","note":[[[[[[[[[[1]]]]]]]]]]})"}) {
    EXPECT_EQ(Trouble(text), "fact-json") << text;
  }
  // A NUL would end the text, and what is behind it would pass unseen.
  const std::string_view nul("{\"unit\":\"局\",\"rule\":\"1\"}\0{\"unit\":\"处\"}", 40);
  EXPECT_EQ(Trouble(nul), "fact-json");
  EXPECT_THAT(ReadFactLine(nul).error().message.zh, HasSubstr("第26个字节"));
}

TEST(ReadFacts, TakesFlatAndGroupedLines) {
  const auto file = ReadFactFile(
      "\xEF\xBB\xBF{\"unit\":\"乙\",\"rule\":\"1\"}\r\n"
      "\n"
      "{\"unit\":\"甲\",\"facts\":[{\"rule\":\"2\"},{\"rule\":\"3\",\"unit\":\"甲\"}]}\n"
      "{\"unit\":\"丙\",\"facts\":[]}\n"
      "{\"unit\":\"乙\",\"rule\":\"4\"}");
  ASSERT_TRUE(file);
  EXPECT_THAT(file->units, ElementsAre("乙", "甲", "丙"));
  std::vector<std::string> read;
  for (const Fact& fact : file->facts) read.push_back(fact.unit + fact.rule);
  EXPECT_THAT(read, ElementsAre("乙1", "甲2", "甲3", "乙4"));
}

TEST(ReadFacts, NamesTheLine) {
  const auto facts = ReadFacts("\n{\"unit\":\"局\",\"rule\":\"1\"}\n{\"unit\":\"局\"}\n");
  ASSERT_FALSE(facts);
  EXPECT_EQ(facts.error().field, "rule");
  EXPECT_THAT(facts.error().message.zh, HasSubstr("第3行"));
  EXPECT_THAT(facts.error().message.en, HasSubstr("line 3"));
}

}  // namespace
}  // namespace kaoping::score
