// Small fictional schemes, and what a diff of two says: for the tests of diff.

#ifndef KAOPING_SCHEME_DIFF_SAMPLE_TEST_H_
#define KAOPING_SCHEME_DIFF_SAMPLE_TEST_H_

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "rules/compile.h"
#include "scheme/diff.h"
#include "scheme/json.h"

namespace kaoping::scheme {

inline Task MakeTask(const std::string& content, const std::string& criterion) {
  Task task;
  task.content.text = content;
  task.responsible = {{"法规科", Responsible::By::kName}, {"办公室", Responsible::By::kName}};
  task.deliverables = {{"工作资料", {}}};
  task.criterion.emplace();
  task.criterion->text = criterion;
  rules::Context context;
  context.content = content;
  rules::Compilation compiled = rules::Compile(criterion, context);
  for (const rules::Rule& rule : compiled.rules) {
    task.criterion->rules.push_back({"", content + rule.condition, rule});
  }
  task.criterion->limits = compiled.limits;
  task.criterion->policies = compiled.policies;
  task.criterion->links = compiled.links;
  return task;
}

inline Section MakeSection(const std::string& title, std::vector<Task> tasks) {
  Section section;
  section.title.text = title;
  section.tasks = std::move(tasks);
  return section;
}

// Numbers everything by where it stands; a shared criterion goes to the first that shares it.
inline Scheme Numbered(Scheme scheme) {
  std::map<std::string, Criterion> criteria;  // by the task where they stood
  for (const Section& section : scheme.sections) {
    for (const Task& task : section.tasks) {
      if (task.criterion && task.criterion->same_as.empty()) criteria[task.key] = *task.criterion;
    }
  }
  std::map<std::string, std::string> stands_at;
  for (std::size_t i = 0; i < scheme.sections.size(); ++i) {
    Section& section = scheme.sections[i];
    section.key = std::to_string(i + 1);
    for (std::size_t j = 0; j < section.tasks.size(); ++j) {
      Task& task = section.tasks[j];
      const std::string old_key = task.key;
      task.key = fmt::format("{}.{}", i + 1, j + 1);
      if (!task.criterion) continue;
      if (!old_key.empty()) {
        const std::string owner =
            task.criterion->same_as.empty() ? old_key : task.criterion->same_as;
        const auto [first, is_first] = stands_at.emplace(owner, task.key);
        task.criterion = is_first ? criteria.at(owner) : Criterion{};
        if (!is_first) task.criterion->same_as = first->second;
      }
      for (std::size_t k = 0; k < task.criterion->rules.size(); ++k) {
        task.criterion->rules[k].key = RuleKey(task.key, k);
      }
    }
  }
  return scheme;
}

inline Scheme MakeScheme(std::vector<Section> sections) {
  Scheme scheme;
  scheme.title = "东江市水务局2024年度任务分解表";
  scheme.year = 2024;
  scheme.period = {*Date::FromYmd(2024, 1, 1), *Date::FromYmd(2024, 12, 31)};
  scheme.notice.issuer = "东江市水务局";
  scheme.sections = std::move(sections);
  return Numbered(std::move(scheme));
}

// Two sections of three rows, one of which shares its criterion with the next.
inline Scheme Sample() {
  Scheme scheme = MakeScheme(
      {MakeSection("河道管护",
                   {MakeTask("主要领导带队巡河不少于2次", "每年巡河不少于2次，每少一次扣1分"),
                    MakeTask("清理河面漂浮物", "发现一处未清理的扣0.5分，最多扣2分"),
                    MakeTask("建立河长制台账", "未建立台账的扣1分，弄虚作假的加扣1分")}),
       MakeSection("节约用水",
                   {MakeTask("完成节水型单位创建", "未完成创建任务的扣2分"),
                    MakeTask("开展用水审计", "未开展审计的扣1分"), MakeTask("推广节水器具", "")})});
  scheme.sections[1].tasks[2].criterion->same_as = "2.2";
  EXPECT_TRUE(CheckScheme(scheme));
  return scheme;
}

inline std::vector<std::string> Sentences(const std::vector<Change>& changes) {
  std::vector<std::string> sentences;
  sentences.reserve(changes.size());
  for (const Change& change : changes) sentences.push_back(change.text.zh);
  return sentences;
}

// All sentences, those of the scheme first.
inline std::vector<std::string> Sentences(const SchemeDiff& diff) {
  std::vector<Change> changes = diff.head;
  for (const SectionChange& section : diff.sections) {
    changes.insert(changes.end(), section.changes.begin(), section.changes.end());
    for (const TaskChange& task : section.tasks) {
      changes.insert(changes.end(), task.changes.begin(), task.changes.end());
    }
  }
  return Sentences(changes);
}

// The words of all tasks that came, went, or changed.
inline std::vector<std::string> WordsOf(const SchemeDiff& diff, ChangeKind kind) {
  std::vector<std::string> words;
  for (const SectionChange& section : diff.sections) {
    for (const TaskChange& task : section.tasks) {
      if (task.kind == kind) words.push_back(task.words);
    }
  }
  return words;
}

// What `edit` makes of the sample, in sentences.
inline std::vector<std::string> AfterEdit(const std::function<void(Scheme&)>& edit) {
  Scheme after = Sample();
  edit(after);
  return Sentences(Diff(Sample(), after));
}

inline Task& TaskAt(Scheme& scheme, std::size_t section, std::size_t task) {
  return scheme.sections[section].tasks[task];
}

}  // namespace kaoping::scheme

#endif  // KAOPING_SCHEME_DIFF_SAMPLE_TEST_H_
