#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "cli/run.h"
#include "cli/table.h"

namespace kaoping::cli {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

struct Outcome {
  int status = 0;
  std::string out;
  std::string err;
};

Outcome RunWith(const std::vector<std::string>& arguments, const std::string& input = "",
                const document::DocumentReader& read = document::ReadDocument,
                const document::DocumentReader& read_alone = {}) {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  const int status = Run(arguments, in, out, err, read, read_alone);
  return {status, out.str(), err.str()};
}

// Whoever starts the program decides how files of strangers are read.
TEST(Notices, AreReadByTheReaderThatTheProgramIsGiven) {
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("kaoping-cli-test-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  const std::string file = (folder / "a.txt").string();
  std::ofstream(file) << "考评通知\n";
  const auto refuse = [](std::string_view name, std::string_view) -> Result<document::Document> {
    return MakeError(ErrorKind::kInvalid, "reader-crashed", Say("没有读{}", "{}", name));
  };
  const auto refuse_alone = [](std::string_view, std::string_view) -> Result<document::Document> {
    return MakeError(ErrorKind::kInvalid, "reader-crashed", Say("一个人没有读", "alone"));
  };
  const std::string data = (folder / "data").string();
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"parse", file},
                                                    {"lint", file},
                                                    {"diff", file, file},
                                                    {"--data", data, "import", file}}) {
    const Outcome outcome = RunWith(arguments, "", refuse);
    EXPECT_EQ(outcome.status, 1) << arguments.at(0);
    EXPECT_EQ(outcome.err, "错误：没有读a.txt\n") << arguments.at(0);
    // Where a data folder is open, nothing of it may be in reach of the file.
    const bool is_alone = arguments.at(0) != "--data";
    EXPECT_EQ(RunWith(arguments, "", refuse, refuse_alone).err,
              is_alone ? "错误：一个人没有读\n" : "错误：没有读a.txt\n");
  }
  std::filesystem::remove_all(folder);
}

TEST(Parse, ShowsItsColumnsAndTakesWhatAPersonSaysOfThem) {
  const std::string table =
      "2018年度考评表\n甲栏\t乙栏\t丙栏\n党建\t开会\t少一次扣1分\n党建\t学习\t少一次扣2分\n";
  const Outcome outcome = RunWith(
      {"parse", "--columns", "--map", "甲栏=项目,2=内容", "--map", "3=criterion", "-"}, table);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("表1（3行，已采用）  2018年度考评表\n"
                                     "  1  甲栏 = 项目  100%\n"
                                     "  2  乙栏 = 内容  100%\n"
                                     "  3  丙栏 = 考评标准  100%\n"));
  EXPECT_THAT(outcome.out, HasSubstr("1  党建\n  1.1  开会\n"));
  const Outcome wrong = RunWith({"parse", "--map", "3=规则", "-"}, table);
  EXPECT_EQ(wrong.status, 1);
  EXPECT_THAT(wrong.err, HasSubstr("“3=规则”没有说清哪一列是什么"));
}

TEST(Parse, ShowsTheColumnsOfATableThatItDidNotTake) {
  const Outcome outcome =
      RunWith({"parse", "--columns", "-"}, "2018年度考评表\n甲栏\t乙栏\n党建\t开会\n");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(outcome.out, "表1（2行，没有采用）  2018年度考评表\n  1  甲栏\n  2  乙栏\n");
  EXPECT_THAT(outcome.err, HasSubstr("没有考评标准这一列"));
}

TEST(Usage, WrongArgumentsEndWithTwoAndOneSentence) {
  struct {
    std::vector<std::string> arguments;
    const char* sentence;
  } const cases[] = {
      {{}, "错误：没有说要做什么，写法见 kaoping --help\n"},
      {{"frob"}, "错误：没有名为“frob”的命令，写法见 kaoping --help\n"},
      {{"compile", "a", "b"}, "错误：不认识“b”，写法见 kaoping compile --help\n"},
      {{"compile", "--foo", "a"}, "错误：不认识“--foo”，写法见 kaoping compile --help\n"},
      {{"compile", "--base"},
       "错误：--base 后面缺少内容或多了内容，写法见 kaoping compile --help\n"},
      {{"compile", "--base", "x", "a"},
       "错误：--base 应为小数，如 5 或 0.5，写法见 kaoping compile --help\n"},
      {{"compile", "--format", "xml", "a"},
       "错误：--format 应为text|json，写法见 kaoping compile --help\n"},
      {{"--lang", "en", "compile", "--format", "xml", "a"},
       "error: --format must be text|json; see kaoping compile --help\n"},
      {{"serve", "--listen", "foo"},
       "错误：“foo”不是监听地址；请写成 127.0.0.1:8080 这样的IP地址和端口，端口不大于65535\n"},
      {{"demo", "--listen", "127.0.0.1:99999"},
       "错误：“127.0.0.1:99999”不是监听地址；请写成 127.0.0.1:8080 "
       "这样的IP地址和端口，端口不大于65535\n"},
      {{"frob", "--help"}, "错误：没有名为“frob”的命令，写法见 kaoping --help\n"},
      {{"--help", "frob"}, "错误：没有名为“frob”的命令，写法见 kaoping --help\n"},
      {{"--data", "x", "frob", "--help"}, "错误：没有名为“frob”的命令，写法见 kaoping --help\n"},
      {{"user", "frob", "--help"}, "错误：没有名为“frob”的命令，写法见 kaoping user --help\n"},
      {{"--lang=fr", "compile", "a"}, "错误：--lang 应为zh|en，写法见 kaoping compile --help\n"},
  };
  for (const auto& c : cases) {
    const Outcome outcome = RunWith(c.arguments);
    EXPECT_EQ(outcome.status, 2) << c.sentence;
    EXPECT_EQ(outcome.err, c.sentence);
    EXPECT_THAT(outcome.out, IsEmpty()) << c.sentence;
  }
}

TEST(Usage, HelpIsInTheLanguageAskedFor) {
  const Outcome chinese = RunWith({"compile", "--help"});
  EXPECT_EQ(chinese.status, 0);
  EXPECT_THAT(chinese.out, AllOf(HasSubstr("用法"), HasSubstr("选项"), Not(HasSubstr("Options"))));
  const Outcome english = RunWith({"compile", "--help", "--lang", "en"});
  EXPECT_THAT(english.out, AllOf(HasSubstr("Usage"), HasSubstr("Options"), Not(HasSubstr("选项"))));
}

TEST(Usage, EveryCommandHasHelpInBothLanguages) {
  const std::vector<std::vector<std::string>> commands = {
      {"compile"}, {"parse"},          {"lint"},        {"diff"},           {"evaluate"},
      {"import"},  {"schemes"},        {"show"},        {"publish"},        {"record"},
      {"confirm"}, {"reject"},         {"score"},       {"explain"},        {"owed"},
      {"verify"},  {"user"},           {"user", "add"}, {"user", "passwd"}, {"user", "list"},
      {"unit"},    {"unit", "import"}, {"unit", "list"}};
  for (std::vector<std::string> command : commands) {
    command.push_back("--help");
    const Outcome chinese = RunWith(command);
    EXPECT_EQ(chinese.status, 0) << command.front();
    EXPECT_THAT(chinese.out, HasSubstr("用法")) << command.front();
    command.insert(command.end(), {"--lang", "en"});
    const Outcome english = RunWith(command);
    // No Chinese is left: all of it is ASCII.
    EXPECT_TRUE(std::all_of(english.out.begin(), english.out.end(), [](char c) {
      return static_cast<unsigned char>(c) < 0x80;
    })) << english.out;
  }
}

// The rows of the table under “Not there yet”, each beginning with | `command.
TEST(Usage, WhatTheInterfacesPageCallsMissingIsMissing) {
  std::ifstream page(KAOPING_SOURCE_DIR "/docs/interfaces.md");
  std::stringstream text;
  text << page.rdbuf();
  const std::string section = text.str().substr(text.str().find("## Not there yet"));
  int rows = 0;
  for (std::size_t at = section.find("\n| `"); at < section.find("\n## ");
       at = section.find("\n| `", at + 1)) {
    const std::size_t begin = at + 4;
    const std::string command = section.substr(begin, section.find_first_of(" `", begin) - begin);
    EXPECT_EQ(RunWith({command}).status, 2) << command;
    EXPECT_THAT(RunWith({command}).err, HasSubstr("没有名为“" + command + "”的命令"));
    ++rows;
  }
  EXPECT_GE(rows, 1);
}

TEST(Usage, TheVersionIsPrinted) {
  const Outcome outcome = RunWith({"--version"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, StartsWith("kaoping "));
}

TEST(Compile, ShowsTheWordsOfEachRuleAndReadsItBack) {
  const Outcome outcome = RunWith({"compile", "有一次缺席会议的扣1分；未建立制度的扣2分"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, StartsWith("有一次缺席会议的扣1分；未建立制度的扣2分\n"
                                      "1~~~~~~~~~~~~~~~~~~~~  2~~~~~~~~~~~~~~~~\n"));
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("\n1. "), HasSubstr("\n2. ")));
}

TEST(Compile, WarningsAreShownAndErrorsEndWithOne) {
  const Outcome warned = RunWith({"compile", "每少一次扣1分"});
  EXPECT_EQ(warned.status, 0);
  EXPECT_THAT(warned.out, HasSubstr("警告[target-missing]"));
  const Outcome wrong = RunWith({"compile", "视情从总分扣"});
  EXPECT_EQ(wrong.status, 1);
  EXPECT_THAT(wrong.out, HasSubstr("错误["));
}

TEST(Compile, ContextComesFromOptions) {
  EXPECT_THAT(
      RunWith({"compile", "每少一次扣1分", "--content", "学习不少于4次", "--format", "json"}).out,
      HasSubstr("\"target\": \"4\""));
}

TEST(Compile, GivesExamplesOnEachSideOfTheEdge) {
  const std::string text = "每年召开会议不少于2次，每少一次扣1分";
  EXPECT_THAT(RunWith({"compile", text}).out, Not(HasSubstr("实有")));
  EXPECT_THAT(RunWith({"compile", text, "--examples"}).out,
              HasSubstr("扣1分。\n     实有1次：扣1分\n     实有2次：不扣分\n"));
  EXPECT_THAT(RunWith({"compile", text, "--table", "--base", "1"}).out,
              HasSubstr("     实有0次：扣1分（已到限额）\n     实有1次：扣1分\n"));
}

TEST(Compile, TheJsonHasNoExamples) {
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"compile", "未建立的扣1分", "--table", "--format", "json"},
        std::vector<std::string>{"compile", "--examples", "--jsonl"}}) {
    const Outcome outcome = RunWith(arguments, "{\"id\":1,\"text\":\"未建立的扣1分\"}\n");
    EXPECT_EQ(outcome.status, 2);
    EXPECT_THAT(outcome.err, HasSubstr("--format json"));
    EXPECT_THAT(outcome.out, IsEmpty());
  }
}

TEST(Compile, ReadsTheTextFromStandardInput) {
  EXPECT_EQ(RunWith({"compile"}, "\xEF\xBB\xBF未建立的扣1分\r\n").out,
            RunWith({"compile", "未建立的扣1分"}).out);
  EXPECT_EQ(RunWith({"compile", "-"}, "未建立的扣1分").out,
            RunWith({"compile", "未建立的扣1分"}).out);
  EXPECT_EQ(RunWith({"compile"}, " \n").status, 1);
  EXPECT_EQ(RunWith({"compile"}, "未\xFF").status, 1);
  EXPECT_EQ(RunWith({"compile", "未\xFF"}).status, 2);
}

TEST(CompileLines, AnswersLineByLineInTheOrderOfTheInput) {
  const Outcome outcome =
      RunWith({"compile", "--jsonl"},
              "{\"id\":7,\"text\":\"未建立的扣1分\"}\n\n"
              "{\"id\":\"b\",\"base\":5,\"content\":\"学习4次\",\"text\":\"扣完为止\"}\n");
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.err, IsEmpty());
  EXPECT_THAT(outcome.out, AllOf(StartsWith("{\"id\":7,\"rules\":[{"),
                                 HasSubstr("\n{\"id\":\"b\","), EndsWith("}\n")));
  EXPECT_EQ(std::count(outcome.out.begin(), outcome.out.end(), '\n'), 2);
}

TEST(CompileLines, ALineThatCannotBeReadIsNamedAndTheRestGoesOn) {
  for (const char* bad :
       {"x", "[]", "{\"id\":1}", "{\"text\":\"a\"}", "{\"id\":1,\"text\":2}",
        "{\"id\":1,\"text\":\"a\",\"base\":\"x\"}", "{\"id\":1,\"text\":\"\xFF\"}",
        "{\"id\":1,\"text\":\"a\",\"content\":[]}"}) {
    const Outcome outcome = RunWith({"compile", "--jsonl"},
                                    std::string(bad) + "\n{\"id\":2,\"text\":\"未建立的扣1分\"}\n");
    EXPECT_EQ(outcome.status, 1) << bad;
    EXPECT_THAT(outcome.err, HasSubstr("第1行")) << bad;
    EXPECT_THAT(outcome.out, StartsWith("{\"id\":2,")) << bad;
  }
}

// A folder of the test's own with a scheme and facts to evaluate.
class Evaluate : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directories(folder_);
    const Outcome parsed = RunWith(
        {"parse", KAOPING_SOURCE_DIR "/examples/nantong-2017/notice.txt", "--format", "json"});
    ASSERT_EQ(parsed.status, 0) << parsed.err;
    Write("scheme.json", parsed.out);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string Path(const std::string& name) const { return (folder_ / name).string(); }
  void Write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  Outcome RunOn(const std::string& facts, std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"evaluate", Path("scheme.json"), "-"});
    return RunWith(more, facts);
  }

 private:
  const std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() /
      (std::string("kaoping-cli-") + testing::UnitTest::GetInstance()->current_test_info()->name());
};

TEST_F(Evaluate, GivesALineAUnitInOrderOfFirstMention) {
  const std::string facts =
      "{\"unit\":\"乙局\",\"rule\":\"2.3.1\",\"on\":\"2017-05-01\"}\n"
      "{\"unit\":\"甲局\",\"facts\":[{\"rule\":\"2.3.1\",\"count\":2}]}\n"
      "{\"unit\":\"乙局\",\"rule\":\"2.1.1\"}\n";
  const Outcome outcome = RunOn(facts);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out,
              StartsWith("{\"unit\":\"乙局\",\"reading\":\"confirmed\",\"total\":\"-3\""));
  EXPECT_THAT(outcome.out,
              HasSubstr("}\n{\"unit\":\"甲局\",\"reading\":\"confirmed\",\"total\":\"-4\""));
  EXPECT_THAT(outcome.out, Not(HasSubstr("\"why\"")));
  EXPECT_THAT(RunOn(facts, {"--explain"}).out, HasSubstr("\"why\":{"));
}

TEST_F(Evaluate, ReasonsArePrintedAsTextAndRefusedAsATable) {
  const std::string facts = "{\"unit\":\"甲局\",\"rule\":\"2.3.1\",\"on\":\"2017-05-01\"}\n";
  const Outcome text = RunOn(facts, {"--explain", "--format", "text"});
  EXPECT_EQ(text.status, 0) << text.err;
  EXPECT_THAT(text.out, AllOf(StartsWith("单位"), HasSubstr("\n甲局  认定  -2\n"),
                              HasSubstr("  5月1日：1例 × 2分 = −2分\n")));
  EXPECT_THAT(RunOn(facts, {"--format", "text"}).out, Not(HasSubstr("5月1日")));
  const Outcome csv = RunOn(facts, {"--explain", "--format", "csv"});
  EXPECT_EQ(csv.status, 2);
  EXPECT_THAT(csv.out, IsEmpty());
  EXPECT_THAT(csv.err, HasSubstr("--format text"));
}

TEST_F(Evaluate, ThreadsDoNotChangeALine) {
  std::string facts;
  for (int i = 0; i < 200; ++i) {
    facts += "{\"unit\":\"单位" + std::to_string(i % 50) +
             "\",\"rule\":\"2.3.1\",\"count\":" + std::to_string(i % 7 + 1) + "}\n";
  }
  const Outcome one = RunOn(facts);
  const Outcome many = RunOn(facts, {"--threads", "8"});
  EXPECT_EQ(std::count(one.out.begin(), one.out.end(), '\n'), 50);
  EXPECT_EQ(one.out, many.out);
}

TEST_F(Evaluate, UnitsWithoutFactsAreScoredToo) {
  Write("units.txt", "丙局\r\n甲局\n\n丙局\n");
  const Outcome outcome = RunOn("{\"unit\":\"甲局\",\"rule\":\"2.3.1\"}\n",
                                {"--units", Path("units.txt"), "--format", "csv"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, StartsWith("单位,口径,净加减分,"));
  EXPECT_THAT(outcome.out, HasSubstr("\n丙局,认定,未评,"));
  EXPECT_THAT(outcome.out, HasSubstr("\n甲局,认定,-2,"));
  const Outcome unknown =
      RunOn("\n{\"unit\":\"丁局\",\"rule\":\"2.3.1\"}\n", {"--units", Path("units.txt")});
  EXPECT_EQ(unknown.status, 1);
  EXPECT_THAT(unknown.err, AllOf(HasSubstr("第2行"), HasSubstr("丁局")));
}

TEST_F(Evaluate, AUnitWithoutAFactHasItsLineInTheOrderOfTheFile) {
  const Outcome outcome = RunOn(
      "{\"unit\":\"乙局\",\"facts\":[]}\n"
      "{\"unit\":\"甲局\",\"facts\":[{\"rule\":\"2.3.1\"}]}\n");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, StartsWith("{\"unit\":\"乙局\","));
  EXPECT_THAT(outcome.out, HasSubstr("}\n{\"unit\":\"甲局\","));
  Write("units.txt", "甲局\n");
  const Outcome unknown =
      RunOn("{\"unit\":\"乙局\",\"facts\":[]}\n", {"--units", Path("units.txt")});
  EXPECT_EQ(unknown.status, 1);
  EXPECT_THAT(unknown.err, HasSubstr("乙局"));
}

TEST_F(Evaluate, BlanksAroundAUnitAreNoPartOfItsName) {
  Write("units.txt", "\t 丙局 \r\n\xE3\x80\x80甲局\xE3\x80\x80\n");
  const Outcome outcome = RunOn("", {"--units", Path("units.txt"), "--format", "csv"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("\n丙局,"), HasSubstr("\n甲局,")));
  Write("empty.txt", " \n\n");
  const Outcome empty = RunOn("", {"--units", Path("empty.txt")});
  EXPECT_EQ(empty.status, 1);
  EXPECT_THAT(empty.err, HasSubstr("没有单位"));
  const Outcome fact = RunOn("{\"unit\":\"甲局 \",\"rule\":\"2.3.1\"}\n");
  EXPECT_EQ(fact.status, 1);
  EXPECT_THAT(fact.err, AllOf(HasSubstr("第1行"), HasSubstr("空白")));
}

TEST_F(Evaluate, WhatIsWrongNamesTheUnitTheDayAndBothFacts) {
  const Outcome conflict = RunOn(
      "{\"unit\":\"乙局\",\"rule\":\"1.2.1\",\"value\":1,\"on\":\"2017-03-01\"}\n"
      "{\"unit\":\"甲局\",\"rule\":\"1.2.1\",\"value\":1,\"on\":\"2017-03-01\"}\n"
      "{\"unit\":\"甲局\",\"facts\":[{\"rule\":\"2.3.1\"},"
      "{\"rule\":\"1.2.1\",\"id\":\"会议二\",\"value\":2,\"on\":\"2017-03-01\"}]}\n");
  EXPECT_EQ(conflict.status, 1);
  EXPECT_THAT(conflict.err, AllOf(HasSubstr("单位“甲局”2017年3月1日"), HasSubstr("（第2行）"),
                                  HasSubstr("会议二（第3行第2条）"), HasSubstr("value")));
  const Outcome reversal =
      RunOn("{\"unit\":\"甲局\",\"rule\":\"2.3.1\",\"id\":\"b\",\"reverses\":\"a\"}\n");
  EXPECT_THAT(reversal.err, AllOf(HasSubstr("单位“甲局”"), HasSubstr("b（第1行）")));
}

TEST_F(Evaluate, ABadFactOfAGroupedLineIsNamed) {
  const Outcome outcome = RunOn(
      "{\"unit\":\"甲局\",\"facts\":[{\"rule\":\"2.3.1\"},{\"rule\":\"2.3.1\",\"count\":-1}]}\n"
      "{\"unit\":\"甲局\",\"facts\":[{\"rule\":\"2.3.1\"},{\"rule\":\"2.3.1\"},{\"rul\":\"x\"}]}"
      "\n");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("第1行第2条"), HasSubstr("第2行：第3条")));
}

TEST_F(Evaluate, WhatIsQuotedIsCut) {
  const Outcome outcome =
      RunOn("{\"unit\":\"甲局\",\"rule\":\"" + std::string(100'000, '9') + "\"}\n");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_LT(outcome.err.size(), 500U);
  EXPECT_THAT(outcome.err, HasSubstr("9…"));
}

TEST_F(Evaluate, LooksAtBothClocks) {
  const std::string facts =
      "{\"unit\":\"甲局\",\"rule\":\"2.3.1\",\"on\":\"2017-05-01\","
      "\"known\":\"2017-06-10T01:00:00+08:00\"}\n";
  EXPECT_THAT(RunOn(facts, {"--as-of", "2017-04-30"}).out, HasSubstr("\"total\":\"0\""));
  EXPECT_THAT(RunOn(facts, {"--known-at", "2017-06-09"}).out, HasSubstr("\"total\":\"0\""));
  EXPECT_THAT(RunOn(facts, {"--known-at", "2017-06-10"}).out, HasSubstr("\"total\":\"-2\""));
  EXPECT_THAT(RunOn(facts, {"--reading", "projected"}).out, HasSubstr("\"reading\":\"projected\""));
}

TEST_F(Evaluate, EveryBadFactIsListedWithItsLine) {
  const Outcome outcome = RunOn(
      "{\"unit\":\"甲局\",\"rule\":\"9.9.9\"}\n"
      "x\n"
      "{\"unit\":\"甲局\",\"rule\":\"2.3.1\",\"value\":\"3\"}\n");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.out, IsEmpty());
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("第1行"), HasSubstr("第2行"), HasSubstr("第3行")));
  EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 3);
}

TEST_F(Evaluate, AFileThatIsNoSchemeIsRefused) {
  Write("other.json", "{\"format\":\"scheme/9\"}");
  const Outcome outcome = RunWith({"evaluate", Path("other.json"), "-"}, "");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, StartsWith("错误："));
  EXPECT_EQ(RunWith({"evaluate", Path("没有.json"), "-"}, "").status, 3);
  EXPECT_EQ(RunWith({"evaluate", "-", "-"}, "").status, 2);
}

constexpr const char* kSamples = KAOPING_SOURCE_DIR "/tests/scenarios/lint/";

TEST(Lint, GroupsByTaskAndEndsWithOneForAnError) {
  const Outcome doubtful = RunWith({"lint", std::string(kSamples) + "待查.txt"});
  EXPECT_EQ(doubtful.status, 0);
  EXPECT_THAT(doubtful.out,
              AllOf(StartsWith("整个方案\n"), HasSubstr("\n\n1.1  中心组集中学习不少于4次\n"),
                    EndsWith("错误0处（所在规则改正前不计分），警告4处（须有人确认）。\n")));
  const Outcome wrong = RunWith({"lint", std::string(kSamples) + "读不懂.txt"});
  EXPECT_EQ(wrong.status, 1);
  EXPECT_THAT(wrong.err, IsEmpty());
}

TEST(Lint, TakesASchemeOfStandardInputAndWritesJson) {
  const Outcome parsed = RunWith({"parse", std::string(kSamples) + "待查.txt", "--format", "json"});
  const Outcome outcome = RunWith({"lint", "-", "--format", "json"}, parsed.out);
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out,
              AllOf(StartsWith("{\n  \"errors\": 0,\n  \"warnings\": 4,"),
                    HasSubstr("\"code\": \"same-failing\""), HasSubstr("\"identity\": ")));
}

TEST(Lint, SaysWhenThereIsNothing) {
  const Outcome outcome = RunWith({"lint", "-", "--lang", "en"},
                                  "2017年度考评表\n内容\t评分标准\n学习\t没有学习的扣1分\n");
  EXPECT_THAT(outcome.out, EndsWith("Nothing was found wrong.\n"));
}

TEST(Diff, TakesSchemesAndNoticesFromFilesAndFromStandardInput) {
  const std::string notice = KAOPING_SOURCE_DIR "/examples/nantong-2017/notice.txt";
  const std::string scheme = RunWith({"parse", notice, "--format", "json"}).out;
  const Outcome same = RunWith({"diff", notice, "-"}, "\xEF\xBB\xBF\n" + scheme);
  EXPECT_EQ(same.status, 0) << same.err;
  EXPECT_EQ(same.out, "两个方案没有差别。\n");
  EXPECT_EQ(RunWith({"diff", "-", notice, "--lang", "en"}, scheme).out,
            "The two schemes do not differ.\n");
}

TEST(Diff, SaysWhichOfTheTwoCannotBeRead) {
  const std::string notice = KAOPING_SOURCE_DIR "/examples/nantong-2017/notice.txt";
  const Outcome refused = RunWith({"diff", notice, "-"}, "{\"format\": 1}");
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.err, StartsWith("错误：标准输入：方案文件"));
  EXPECT_THAT(refused.out, IsEmpty());
  EXPECT_EQ(RunWith({"diff", notice, "没有.json"}).status, 3);
  EXPECT_EQ(RunWith({"diff", "-", "-"}).status, 2);
  EXPECT_EQ(RunWith({"diff", notice}).status, 2);
}

TEST(TextTable, AlignsByDisplayWidth) {
  TextTable table({{"单位"}, {"得分", TextTable::Align::kRight}, {"说明"}});
  table.AddRow({"商务局", "-2.5", "a\nb"});
  table.AddRow({"a", "10", ""});
  EXPECT_EQ(table.ToText(),
            "单位    得分  说明\n"
            "商务局  -2.5  a b\n"
            "a         10\n");
}

TEST(TextTable, CsvQuotesAndKeepsFormulasFromRunning) {
  TextTable table({{"单位"}, {"得分"}});
  table.AddRow({"a,\"b\"\nc", "-2.5"});
  table.AddRow({"=1+1", "-x"});
  EXPECT_EQ(table.ToCsv(),
            "单位,得分\n"
            "\"a,\"\"b\"\"\nc\",-2.5\n"
            "'=1+1,'-x\n");
}

TEST(Shorten, CutsByDisplayWidth) {
  EXPECT_EQ(Shorten("考评标准", 8), "考评标准");
  EXPECT_EQ(Shorten("考评标准", 7), "考评…");
  EXPECT_EQ(Shorten("abcdefgh", 5), "abc…");
}

}  // namespace
}  // namespace kaoping::cli
