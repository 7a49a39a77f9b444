#include "scheme/json.h"

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include <nlohmann/json.hpp>

namespace kaoping::scheme {
namespace {

using nlohmann::ordered_json;
using ::testing::HasSubstr;

// The sample of docs/interfaces.md, with one shared base and one shared criterion.
const char* const kSample = R"json({
  "format": "scheme/1",
  "title": "南通市商务局2017年度法治建设任务分解表",
  "year": 2017,
  "period": {"from": "2017-01-01", "to": "2017-12-31", "inferred": true},
  "notice": {
    "issuer": "南通市商务局", "number": "通商发〔2017〕81号", "title": "关于印发《…》的通知",
    "addressees": ["机关各处室", "贸促会各部"],
    "cites": [{"title": "办法", "number": "通综委〔2017〕7号"}, {"title": "责任书"}],
    "attachments": ["任务分解表"], "copies_to": ["市委政法委"],
    "printed_by": "南通市商务局办公室", "printed_on": "2017-05-03",
    "places": {"number": {"paragraph": 2}}
  },
  "settings": {"decimals": 2},
  "sections": [
    {"key": "1", "title": "严格落实法治建设领导责任制", "kind": "ordinary",
     "place": {"table": 1, "row": 2, "column": 1},
     "tasks": [
      {"key": "1.2", "content": "党组专题研究法治工作不少于2次",
       "deliverables": ["会议记录", "工作资料"],
       "responsible": [{"name": "政策法规处", "role": "lead"},
                       {"name": "相关处室", "by": "group", "role": "support"}],
       "responsible_text": "政策法规处 相关处室",
       "base": "5",
       "criterion": {
         "text": "不少于2次，少一次扣1分，不及时的加扣1分，最多扣2分",
         "span": [2, 28],
         "place": {"table": 1, "row": 3, "column": 5, "paragraph": 1},
         "rules": [
           {"key": "1.2.1", "id": "00000000000000a1", "effect": "deduct", "trigger": "short",
            "points": "1", "unit": "次", "per": "1", "target": "2", "condition": "少一次",
            "span": [6, 12]},
           {"key": "1.2.2", "id": "00000000000000a2", "effect": "deduct", "trigger": "each",
            "points": "1", "on_top_of": 0, "span": [13, 21]}
         ],
         "limits": [{"at_most": "2", "rules": [0, 1], "span": [22, 27]}],
         "policies": [], "links": [],
         "diagnostics": [{"severity": "warning", "code": "range", "message": "请确认"}]},
       "places": {"content": {"table": 1, "row": 3, "column": 2},
                  "deliverables": [{"table": 1, "row": 3, "column": 3},
                                   {"table": 1, "row": 3, "column": 3}],
                  "responsible": {"table": 1, "row": 3, "column": 4}}},
      {"key": "1.3", "content": "同上", "base": {"same_as": "1.2"}, "criterion": {"same_as": "1.2"}}
     ]}
  ],
  "diagnostics": [{"severity": "note", "code": "period-inferred", "message": "按标题年份"}]
})json";

// `pointer` of the sample set to `value`.
std::string SampleWith(const char* pointer, const ordered_json& value) {
  ordered_json json = ordered_json::parse(kSample);
  json[ordered_json::json_pointer(pointer)] = value;
  return json.dump();
}

std::string SampleWithout(const char* pointer, const char* field) {
  ordered_json json = ordered_json::parse(kSample);
  json[ordered_json::json_pointer(pointer)].erase(field);
  return json.dump();
}

// The path that the refusal names; "" if the file is accepted.
std::string RefusedAt(const std::string& json) {
  const Result<Scheme> scheme = ReadScheme(json);
  if (scheme) return "";
  EXPECT_EQ(scheme.error().kind, ErrorKind::kInvalid);
  EXPECT_EQ(scheme.error().code, "scheme-invalid");
  return scheme.error().field;
}

TEST(SchemeJson, SampleIsReadFieldByField) {
  const Result<Scheme> read = ReadScheme(kSample);
  ASSERT_TRUE(read) << read.error().message.zh;
  const Scheme& scheme = *read;
  EXPECT_EQ(scheme.title, "南通市商务局2017年度法治建设任务分解表");
  EXPECT_EQ(scheme.period.to.ToString(), "2017-12-31");
  EXPECT_TRUE(scheme.period.inferred);
  EXPECT_EQ(scheme.notice.cites[1].number, "");
  EXPECT_EQ(scheme.notice.places.at("number").paragraph, 2);
  const Task& task = scheme.sections[0].tasks[0];
  EXPECT_EQ(task.deliverables[1].text, "工作资料");
  EXPECT_EQ(task.deliverables[1].place, (Place{.table = 1, .row = 3, .column = 3}));
  EXPECT_EQ(task.responsible[0].role, Responsible::Role::kLead);
  EXPECT_EQ(task.responsible[1].by, Responsible::By::kGroup);
  EXPECT_EQ(task.responsible[1].role, Responsible::Role::kSupport);
  EXPECT_EQ(task.base->points, Decimal::FromInt(5));
  EXPECT_EQ(task.criterion->rules[1].rule.on_top_of, 0);
  EXPECT_EQ(task.criterion->limits[0].at_most, Decimal::FromInt(2));
  EXPECT_EQ(scheme.sections[0].tasks[1].criterion->same_as, "1.2");
}

TEST(SchemeJson, SampleIsWrittenAsItWasRead) {
  const Result<Scheme> scheme = ReadScheme(kSample);
  ASSERT_TRUE(scheme);
  EXPECT_EQ(ordered_json::parse(WriteScheme(*scheme)), ordered_json::parse(kSample));
}

TEST(SchemeJson, RulesAreFoundByKeyAndByLastingId) {
  const Scheme scheme = *ReadScheme(kSample);
  EXPECT_EQ(FindRule(scheme, "1.2.2")->Get().id, "00000000000000a2");
  EXPECT_EQ(FindRule(scheme, "00000000000000a1")->Get().key, "1.2.1");
  EXPECT_FALSE(FindRule(scheme, "1.3.1"));
  EXPECT_EQ(AllRules(scheme).size(), 2U);
  EXPECT_EQ(FindTask(scheme, "1.3")->content.text, "同上");
  EXPECT_EQ(FindTask(scheme, "9"), nullptr);
}

TEST(SchemeJson, WhatIsNotTheFormIsRefusedByItsPath) {
  EXPECT_EQ(RefusedAt(SampleWith("/format", "scheme/2")), "format");
  EXPECT_EQ(RefusedAt(SampleWithout("", "title")), "title");
  EXPECT_EQ(RefusedAt(SampleWith("/colour", "red")), "colour");
  EXPECT_EQ(RefusedAt(SampleWith("/year", "2017")), "year");
  EXPECT_EQ(RefusedAt(SampleWith("/period/from", "2017-02-30")), "period.from");
  EXPECT_EQ(RefusedAt(SampleWith("/notice/cites/0/title", "")), "notice.cites[0].title");
  EXPECT_EQ(RefusedAt(SampleWith("/notice/places/place", ordered_json::object())),
            "notice.places.place");
  EXPECT_EQ(RefusedAt(SampleWith("/settings/decimals", 7)), "settings.decimals");
  EXPECT_EQ(RefusedAt(SampleWith("/sections/0/kind", "extra")), "sections[0].kind");
  EXPECT_EQ(RefusedAt(SampleWith("/sections/0/tasks/0/base", 5)), "sections[0].tasks[0].base");
  EXPECT_EQ(RefusedAt(SampleWith("/sections/0/tasks/0/responsible/0/by", "name")),
            "sections[0].tasks[0].responsible[0].by");
  EXPECT_EQ(RefusedAt(SampleWith("/sections/0/tasks/0/responsible/0/role", "牵头")),
            "sections[0].tasks[0].responsible[0].role");
  EXPECT_EQ(RefusedAt(SampleWith("/sections/0/tasks/0/criterion/rules/0/points", 1)),
            "sections[0].tasks[0].criterion.rules[0].points");
  EXPECT_EQ(RefusedAt(SampleWith("/sections/0/tasks/0/criterion/rules/0/weight", 1)),
            "sections[0].tasks[0].criterion.rules[0].weight");
  EXPECT_EQ(RefusedAt(SampleWithout("/sections/0/tasks/0/criterion/rules/1", "id")),
            "sections[0].tasks[0].criterion.rules[1].id");
  EXPECT_EQ(RefusedAt(SampleWith("/sections/0/tasks/1/criterion/text", "又有文字")),
            "sections[0].tasks[1].criterion.text");
  EXPECT_EQ(RefusedAt(SampleWith("/sections/0/tasks/0/places/deliverables", ordered_json::array())),
            "sections[0].tasks[0].places.deliverables");
}

TEST(SchemeJson, WhatContradictsItselfIsRefusedByItsPath) {
  EXPECT_EQ(RefusedAt(SampleWith("/period/to", "2016-12-31")), "period");
  EXPECT_EQ(RefusedAt(SampleWith("/sections/0/tasks/1/key", "1.2")), "sections[0].tasks[1].key");
  EXPECT_EQ(RefusedAt(SampleWith("/sections/0/tasks/1/criterion/same_as", "1.3")),
            "sections[0].tasks[1].criterion.same_as");
  EXPECT_EQ(RefusedAt(SampleWith("/sections/0/tasks/1/base/same_as", "2.1")),
            "sections[0].tasks[1].base.same_as");
  const char* const rule = "sections[0].tasks[0].criterion.rules[1]";
  EXPECT_EQ(RefusedAt(SampleWith("/sections/0/tasks/0/criterion/rules/1/key", "1.2.1")),
            std::string(rule) + ".key");
  EXPECT_EQ(RefusedAt(SampleWith("/sections/0/tasks/0/criterion/rules/1/id", "1.2.1")),
            std::string(rule) + ".id");
  EXPECT_EQ(RefusedAt(SampleWith("/sections/0/tasks/0/criterion/rules/1/on_top_of", 1)),
            std::string(rule) + ".on_top_of");
  EXPECT_EQ(RefusedAt(SampleWith("/sections/0/tasks/0/criterion/rules/1/on_top_of", 2)),
            std::string(rule) + ".on_top_of");
  EXPECT_EQ(RefusedAt(SampleWith("/sections/0/tasks/0/criterion/rules/1/span", {13, 99})),
            std::string(rule) + ".span");
  EXPECT_EQ(RefusedAt(SampleWith("/sections/0/tasks/0/criterion/rules/1/points", "-1")),
            std::string(rule) + ".points");
  EXPECT_EQ(RefusedAt(SampleWith("/sections/0/tasks/0/criterion/limits/0/rules", {0, 2})),
            "sections[0].tasks[0].criterion.limits[0].rules");
}

// Where a rule of the sample that is told by `fields` instead is refused, below the rule.
std::string RuleRefusedAt(const ordered_json& fields) {
  ordered_json json = ordered_json::parse(kSample);
  ordered_json& rule = json["sections"][0]["tasks"][0]["criterion"]["rules"][1];
  rule.erase("points");
  rule.update(fields);
  const std::string path = RefusedAt(json.dump());
  const std::string of_rule = "sections[0].tasks[0].criterion.rules[1].";
  return path.starts_with(of_rule) ? path.substr(of_rule.size()) : path;
}

TEST(SchemeJson, AThresholdThatItsRuleDoesNotReadIsRefused) {
  for (const char* trigger : {"each", "late", "missing", "judged"}) {
    EXPECT_EQ(RuleRefusedAt({{"trigger", trigger}, {"when", {{"at_least", "3"}}}}), "when")
        << trigger;
  }
  for (const char* trigger : {"occurs", "short", "over", "below", "above", "ratio", "rank"}) {
    EXPECT_EQ(RuleRefusedAt({{"trigger", trigger}, {"when", {{"at_least", "3"}}}}), "") << trigger;
  }
}

TEST(SchemeJson, FiguresThatNothingCanBeCountedByAreRefused) {
  EXPECT_EQ(RuleRefusedAt({{"times", "0.5"}}), "");
  EXPECT_EQ(RuleRefusedAt({{"times", "0"}}), "times");
  EXPECT_EQ(RuleRefusedAt({{"times", "-5"}}), "times");
  EXPECT_EQ(RuleRefusedAt({{"times", "2"}, {"points", "7"}}), "times");
  EXPECT_EQ(RuleRefusedAt({{"times", "2"}, {"levels", {{"省", "1"}}}}), "times");
  EXPECT_EQ(RuleRefusedAt({{"points", "1"}, {"levels", {{"省", "1"}}}}), "levels");
  EXPECT_EQ(RuleRefusedAt({{"points", {{"min", "1"}, {"max", "2"}}}, {"levels", {{"省", "1"}}}}),
            "levels");
  EXPECT_EQ(RuleRefusedAt({{"trigger", "short"}, {"target", "0"}}), "");
  EXPECT_EQ(RuleRefusedAt({{"trigger", "short"}, {"target", "-5"}}), "target");
  EXPECT_EQ(RuleRefusedAt({{"trigger", "ratio"}, {"target", "0"}}), "target");
}

TEST(SchemeJson, MorePointsThanAMillionAreRefused) {
  EXPECT_EQ(RuleRefusedAt({{"points", "1000000"}}), "");
  EXPECT_EQ(RuleRefusedAt({{"points", "1000000.000001"}}), "points");
  EXPECT_EQ(RuleRefusedAt({{"points", {{"min", "1"}, {"max", "1000001"}}}}), "points");
  EXPECT_EQ(RuleRefusedAt({{"levels", {{"省", "1000001"}}}}), "levels");
  EXPECT_EQ(RefusedAt(SampleWith("/sections/0/base", "1000001")), "sections[0].base");
  EXPECT_EQ(RefusedAt(SampleWith("/sections/0/tasks/0/base", "1000001")),
            "sections[0].tasks[0].base");
  EXPECT_EQ(RefusedAt(SampleWith("/settings/base", "1000001")), "settings.base");
  EXPECT_EQ(RefusedAt(SampleWith("/settings/bonus_cap", "1000001")), "settings.bonus_cap");
}

TEST(SchemeJson, ALimitThatNamesARuleTwiceOrIsNegativeIsRefused) {
  const std::string limit = "sections[0].tasks[0].criterion.limits[0]";
  EXPECT_EQ(RefusedAt(SampleWith("/sections/0/tasks/0/criterion/limits/0/rules", {0, 0})),
            limit + ".rules");
  const Result<Scheme> scheme =
      ReadScheme(SampleWith("/sections/0/tasks/0/criterion/limits/0/at_most", "-1"));
  ASSERT_FALSE(scheme);
  EXPECT_EQ(scheme.error().field, limit + ".at_most");
  EXPECT_THAT(scheme.error().message.zh, HasSubstr("应不小于 0"));
}

// What the refusal says, in Chinese.
std::string RefusalOf(const std::string& json) {
  const Result<Scheme> scheme = ReadScheme(json);
  return scheme ? "" : scheme.error().message.zh;
}

TEST(SchemeJson, RefusalsNameThePlaceInWords) {
  const char* const rule = "/sections/0/tasks/0/criterion/rules/0";
  const auto in_rule = [&rule](const char* field) { return std::string(rule) + field; };
  EXPECT_THAT(RefusalOf(SampleWith(in_rule("/points").c_str(), "-1")),
              HasSubstr("规则 1.2.1 的分值（points） 为负数"));
  EXPECT_THAT(RefusalOf(SampleWith(in_rule("/points").c_str(), 1)),
              HasSubstr("规则 1.2.1：规则中 points 的值不对"));
  EXPECT_THAT(RefusalOf(SampleWith(in_rule("/weight").c_str(), 1)), HasSubstr("规则 1.2.1"));
  EXPECT_THAT(RefusalOf(SampleWithout("/sections/0/tasks/0/criterion/rules/1", "key")),
              HasSubstr("内容 1.2 的第2条规则 的编号（key）"));
  EXPECT_THAT(RefusalOf(SampleWith("/sections/0/tasks/0/criterion/limits/0/rules", {0, 0})),
              HasSubstr("内容 1.2 的第1个限额 的规则（rules）"));
  EXPECT_THAT(RefusalOf(SampleWith("/sections/0/tasks/0/base", "-5")),
              HasSubstr("内容 1.2 的基础分（base） 为负数"));
  EXPECT_THAT(RefusalOf(SampleWith("/sections/0/kind", "extra")),
              HasSubstr("部分 1 的类别（kind）"));
  EXPECT_THAT(RefusalOf(SampleWith("/settings/decimals", 7)), HasSubstr("settings.decimals"));
  EXPECT_THAT(RefusalOf("[]"), HasSubstr("不是方案文件"));
  const Result<Scheme> scheme = ReadScheme(SampleWith(in_rule("/points").c_str(), "-1"));
  EXPECT_THAT(scheme.error().message.en, HasSubstr("rule 1.2.1, points is negative"));
}

TEST(SchemeJson, WhatIsNoJsonIsRefusedByItsLine) {
  const Result<Scheme> scheme = ReadScheme("{\n \"format\": \"scheme/1\",\n oops");
  ASSERT_FALSE(scheme);
  EXPECT_THAT(scheme.error().message.zh, HasSubstr("第 3 行"));
  EXPECT_THAT(scheme.error().message.en, HasSubstr("line 3"));
  EXPECT_FALSE(ReadScheme(""));
  EXPECT_FALSE(ReadScheme("[]"));
}

// ---- ReadScheme(WriteScheme(s)) == s ------------------------------------------------------------

std::string SomeText() { return *rc::gen::element("法治", "会议记录", "a \"b\"\n", "①〔2017〕"); }
int SomeNumber(int least, int most) { return *rc::gen::inRange(least, most + 1); }
bool Maybe() { return *rc::gen::arbitrary<bool>(); }
Points SomePoints() { return Points::FromMillionths(*rc::gen::inRange(0, 9'000'001)); }
Place SomePlace() {
  return {SomeNumber(0, 2), SomeNumber(0, 1), SomeNumber(1, 9), SomeNumber(1, 9)};
}
Place KnownOrNone() {
  const Place place = SomePlace();
  if (place.table == 0) return {.paragraph = place.paragraph};
  return place;
}

rules::Rule SomeRule(int index) {
  rules::Rule rule;
  rule.effect = *rc::gen::element(rules::Effect::kDeduct, rules::Effect::kBonus);
  rule.trigger = *rc::gen::element(rules::Trigger::kShort, rules::Trigger::kEach);
  if (Maybe()) rule.points = SomePoints();
  if (Maybe()) rule.unit = SomeText();
  if (Maybe()) rule.target = SomePoints();
  if (Maybe()) rule.of = {"计划", "部署"};
  if (index > 0 && Maybe()) rule.on_top_of = SomeNumber(0, index - 1);
  if (Maybe()) rule.nature = rules::Nature::kDuty;
  if (Maybe()) rule.span = {0, 1};
  return rule;
}

Criterion SomeCriterion(const std::string& task_key) {
  Criterion criterion;
  criterion.text = SomeText();
  criterion.place = KnownOrNone();
  if (Maybe()) criterion.span = {2, 4};
  const int count = SomeNumber(0, 3);
  for (int i = 0; i < count; ++i) {
    const std::string key = RuleKey(task_key, static_cast<std::size_t>(i));
    criterion.rules.push_back({key, "id-" + key, SomeRule(i)});
  }
  if (count > 0 && Maybe()) {
    criterion.limits.push_back({SomePoints(), {0}, "", rules::Limit::Scope::kRules, {0, 1}});
  }
  if (Maybe()) {
    criterion.policies.push_back({rules::Policy::Kind::kHighestOnly, SomeText(), Maybe(), {0, 1}});
  }
  if (Maybe()) criterion.links.push_back({SomeText(), {0, 1}});
  if (Maybe()) {
    criterion.diagnostics.push_back(
        {Severity::kWarning, "range", {"请确认", "please confirm"}, {0, 1}, KnownOrNone()});
  }
  return criterion;
}

Task SomeTask(const std::string& key) {
  Task task;
  task.key = key;
  if (Maybe()) task.number = "1";
  if (Maybe()) task.content = {SomeText(), KnownOrNone()};
  const int papers = SomeNumber(0, 2);
  for (int i = 0; i < papers; ++i) task.deliverables.push_back({SomeText(), KnownOrNone()});
  if (Maybe()) task.responsible.push_back({SomeText(), Responsible::By::kCase});
  if (Maybe()) task.responsible.push_back({SomeText(), Responsible::By::kName});
  if (Maybe()) task.responsible_text = SomeText();
  task.responsible_place = KnownOrNone();
  if (Maybe()) task.base = Base{SomePoints(), ""};
  if (Maybe()) task.criterion = SomeCriterion(key);
  return task;
}

Scheme SomeScheme() {
  Scheme scheme;
  scheme.title = SomeText();
  scheme.year = SomeNumber(1900, 2199);
  scheme.period = {*Date::FromYmd(scheme.year, 1, 1), *Date::FromYmd(scheme.year, 12, 31), Maybe()};
  if (Maybe()) scheme.notice.issuer = SomeText();
  if (Maybe()) scheme.notice.co_issuers = {SomeText(), SomeText()};
  if (Maybe()) scheme.notice.cites = {{SomeText(), ""}, {SomeText(), "通综委〔2017〕7号"}};
  if (Maybe()) scheme.notice.copies_to = {SomeText(), SomeText()};
  if (Maybe()) scheme.notice.printed_on = Date::FromYmd(2017, 5, 3);
  if (Maybe()) scheme.notice.places["printed_on"] = {.paragraph = SomeNumber(1, 9)};
  scheme.settings.decimals = SomeNumber(0, 6);
  if (Maybe()) scheme.settings.base = SomePoints();
  if (Maybe()) scheme.settings.part_steps = Settings::PartSteps::kProportional;
  if (Maybe()) scheme.settings.highest = Settings::HighestChoice::kBestTotal;
  const int sections = SomeNumber(0, 3);
  for (int i = 1; i <= sections; ++i) {
    Section& section = scheme.sections.emplace_back();
    section.key = std::to_string(i);
    section.title = {SomeText(), KnownOrNone()};
    section.kind = *rc::gen::element(Section::Kind::kOrdinary, Section::Kind::kIndividual,
                                     Section::Kind::kBonus, Section::Kind::kUse);
    if (Maybe()) section.base = SomePoints();
    const int tasks = SomeNumber(0, 3);
    for (int j = 1; j <= tasks; ++j) {
      section.tasks.push_back(SomeTask(fmt::format("{}.{}", i, j)));
    }
  }
  if (Maybe()) scheme.diagnostics.push_back({Severity::kNote, "x", {"一", "one"}, {}, {}});
  return scheme;
}

TEST(SchemeJson, EveryWrittenSchemeIsReadBackTheSame) {
  EXPECT_TRUE(rc::check([] {
    const Scheme scheme = SomeScheme();
    const Result<Scheme> back = ReadScheme(WriteScheme(scheme));
    RC_ASSERT(back.has_value());
    RC_ASSERT(*back == scheme);
  }));
}

}  // namespace
}  // namespace kaoping::scheme
