#include "scheme/diff.h"

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "scheme/diff_sample_test.h"

namespace kaoping::scheme {
namespace {

struct Row {
  const char* content;
  const char* criterion;
};

// No two of them are alike.
const std::vector<Row> kRows = {
    {"主要领导带队巡河不少于2次", "每年巡河不少于2次，每少一次扣1分"},
    {"清理河面漂浮物", "发现一处未清理的扣0.5分，最多扣2分"},
    {"建立取水许可台账", "未建立台账的扣1分"},
    {"完成节水型单位创建", "未完成创建任务的扣2分"},
    {"开展用水审计", "未开展审计的扣1分"},
    {"推广高效灌溉器具", "推广面积每少1亩扣0.1分"},
    {"及时处置群众投诉", "有一起未办结的扣1分"},
    {"编制防汛应急预案", "未编制预案的扣3分"},
    {"组织水法知识竞赛", "未组织竞赛的扣1分"},
    {"落实安全生产责任", "发生事故的扣5分"},
};

// Like some of them, or like each other.
const std::vector<Row> kLookalikes = {
    {"开展用水审计", "未开展审计的扣1分"},
    {"开展用水审计工作", "未开展审计的扣1分"},
    {"开展取水审计工作", "未开展取水审计的，每次扣1分"},
    {"开展用水审计", "审计不及时的酌情扣分"},
    {"", "开展用水审计的加1分，最多加3分"},
    {"", "开展取水审计的加1分，最多加2分"},
};

Task TaskOf(const Row& row) { return MakeTask(row.content, row.criterion); }

// Some of the rows, in some order, spread over two sections.
Scheme SomeOf(const std::vector<Row>& rows) {
  std::vector<Task> first;
  std::vector<Task> second;
  for (const Row& row : rows) (*rc::gen::arbitrary<bool>() ? first : second).push_back(TaskOf(row));
  return MakeScheme({MakeSection("河道管护", first), MakeSection("节约用水", second)});
}

// Some of all, in any order.
std::vector<Row> SomeRows() {
  std::vector<std::pair<int, Row>> drawn;
  std::vector<Row> all = kRows;
  all.insert(all.end(), kLookalikes.begin(), kLookalikes.end());
  for (const Row& row : all) {
    if (*rc::gen::arbitrary<bool>()) drawn.emplace_back(*rc::gen::inRange(0, 100), row);
  }
  std::stable_sort(drawn.begin(), drawn.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Row> rows;
  rows.reserve(drawn.size());
  for (const auto& [at, row] : drawn) rows.push_back(row);
  return rows;
}

void ChangeAnything(Task& task) {
  switch (*rc::gen::inRange(0, 4)) {
    case 0:
      task.content.text += "工作";
      break;
    case 1:
      task.responsible.pop_back();
      break;
    case 2:
      task.criterion->rules[0].rule.points = Decimal::FromInt(7);
      break;
    default:
      task.base = Base{Decimal::FromInt(3), ""};
  }
}

TEST(DiffLaws, EveryDeletedInsertedAndChangedRowIsFound) {
  EXPECT_TRUE(rc::check([] {
    const Scheme before = SomeOf(kRows);
    Scheme after = before;
    std::vector<std::string> gone;
    std::vector<std::string> changed;
    for (Section& section : after.sections) {
      std::vector<Task> left;
      for (Task& task : section.tasks) {
        const int fate = *rc::gen::inRange(0, 4);
        if (fate == 0) {
          gone.push_back(task.content.text);
          continue;
        }
        if (fate == 1) ChangeAnything(task);
        if (fate == 1) changed.push_back(task.content.text);
        left.push_back(task);
      }
      section.tasks = left;
    }
    std::vector<std::string> come;
    for (Section& section : after.sections) {
      if (*rc::gen::arbitrary<bool>()) continue;
      const auto at = *rc::gen::inRange<std::ptrdiff_t>(0, std::ssize(section.tasks) + 1);
      come.push_back(come.empty() ? "参加业务培训班" : "publish a yearbook");
      section.tasks.insert(section.tasks.begin() + at, MakeTask(come.back(), "缺席的扣8分"));
    }
    const SchemeDiff diff = Diff(before, Numbered(after));
    RC_ASSERT(WordsOf(diff, ChangeKind::kRemoved) == gone);
    RC_ASSERT(WordsOf(diff, ChangeKind::kAdded) == come);
    RC_ASSERT(WordsOf(diff, ChangeKind::kChanged) == changed);
    RC_ASSERT(WordsOf(diff, ChangeKind::kMoved).empty());
  }));
}

// A diff as a set of lines; with before and after swapped if `mirrored`.
std::multiset<std::string> LinesOf(const SchemeDiff& diff, bool mirrored) {
  std::multiset<std::string> lines;
  const auto swapped = [mirrored](ChangeKind kind) {
    if (!mirrored || kind == ChangeKind::kChanged || kind == ChangeKind::kMoved) return kind;
    return kind == ChangeKind::kAdded ? ChangeKind::kRemoved : ChangeKind::kAdded;
  };
  const auto pair = [mirrored](const std::string& before, const std::string& after) {
    return mirrored ? after + "|" + before : before + "|" + after;
  };
  const auto add = [&](const std::string& where, const std::vector<Change>& changes) {
    for (const Change& change : changes) {
      lines.insert(fmt::format("{} {} {} {} {}", where, ToString(swapped(change.kind)),
                               change.about, pair(change.before, change.after),
                               pair(change.before_key, change.after_key)));
    }
  };
  add("head", diff.head);
  for (const SectionChange& section : diff.sections) {
    add("section " + pair(section.before_key, section.after_key), section.changes);
    if (section.kind) {
      lines.insert(fmt::format("section {} {}", pair(section.before_key, section.after_key),
                               ToString(swapped(*section.kind))));
    }
    for (const TaskChange& task : section.tasks) {
      const std::string keys = pair(task.before_key, task.after_key);
      lines.insert(fmt::format("task {} {}", keys, ToString(swapped(task.kind))));
      add("task " + keys, task.changes);
    }
  }
  return lines;
}

TEST(DiffLaws, TheOtherWayRoundIsItsMirrorImage) {
  EXPECT_TRUE(rc::check([] {
    const Scheme before = SomeOf(SomeRows());
    Scheme after = SomeOf(SomeRows());
    for (Section& section : after.sections) {
      for (Task& task : section.tasks) {
        if (*rc::gen::arbitrary<bool>()) ChangeAnything(task);
      }
    }
    RC_ASSERT(LinesOf(Diff(before, after), false) == LinesOf(Diff(after, before), true));
  }));
}

// ---- The JSON form ------------------------------------------------------------------------------

TEST(DiffJson, HasTheCountsAndEveryChange) {
  Scheme after = Sample();
  TaskAt(after, 0, 0).criterion->rules[0].rule.points = Decimal::FromInt(2);
  const auto json = nlohmann::json::parse(WriteDiff(Diff(Sample(), after)));
  EXPECT_EQ(json["format"], "scheme-diff/1");
  EXPECT_EQ(json["counts"]["rules"]["changed"], 1);
  EXPECT_EQ(json["head"], nlohmann::json::array());
  const auto& task = json["sections"][0]["tasks"][0];
  EXPECT_EQ(task["change"], "changed");
  EXPECT_EQ(task["after_key"], "1.1");
  const auto& change = task["changes"][0];
  EXPECT_EQ(change["about"], "rule");
  EXPECT_EQ(change["before_key"], "1.1.1");
  EXPECT_EQ(change["before"], "每年巡河不少于2次：每少1次（应有2次），扣1分。");
  EXPECT_EQ(change["text_en"],
            "A rule changed: the deduction changed from 1 point to 2 points. It now reads: "
            "每年巡河不少于2次：每少1次（应有2次），扣2分。");
}

}  // namespace
}  // namespace kaoping::scheme
