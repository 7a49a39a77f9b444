#include "scheme/diff_match.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/check.h"
#include "base/fingerprint.h"
#include "base/utf8.h"

namespace kaoping::scheme {
namespace {

using Keys = std::vector<std::u32string>;

constexpr char32_t kBetween = U'\u001F';  // stands in no text that was read from a document

constexpr int kContentWeight = 7;
constexpr int kCriterionWeight = 3;
constexpr int kWeights = kContentWeight + kCriterionWeight;

// A task as it is compared.
struct TaskWords {
  ComparedText content;
  ComparedText criterion;  // empty if it is shared
  ComparedText both;       // content and criterion
  // For what is the same to the letter.
  std::u32string section;
  std::u32string criterion_name;  // stands for its words, shared or not
  std::u32string rest;            // papers, offices, base
};

std::u32string RestOf(const Task& task) {
  std::u32string rest;
  const auto add = [&rest](std::string_view text) {
    rest += ComparedText(text).text();
    rest += kBetween;
  };
  for (const PlacedText& paper : task.deliverables) add(paper.text);
  add("");
  for (const Responsible& office : task.responsible) {
    add(office.name);
    add(ToString(office.by));
  }
  if (task.base && task.base->points) add(task.base->points->ToString());
  return rest;
}

std::vector<TaskWords> WordsOf(const FlatScheme& flat) {
  std::vector<std::u32string> names;
  for (const Criterion* criterion : flat.criteria) {
    const std::string words = EncodeUtf8(ComparedText(criterion->text).text());
    names.push_back(DecodeUtf8(Fingerprint(words)));
  }
  std::vector<TaskWords> all;
  for (const FlatScheme::FlatTask& item : flat.tasks) {
    TaskWords& words = all.emplace_back();
    const Criterion* criterion = flat.CriterionOf(item);
    const bool is_own = criterion != nullptr && !flat.IsShared(item);
    const std::string own = is_own ? criterion->text : "";
    words.content = ComparedText(item.task->content.text);
    words.criterion = ComparedText(own);
    words.both = ComparedText(item.task->content.text + own);
    words.section = ComparedText(flat.sections[item.section]->title.text).text();
    if (criterion != nullptr)
      words.criterion_name = names[static_cast<std::size_t>(item.criterion)];
    words.rest = RestOf(*item.task);
  }
  return all;
}

Keys KeysOf(const std::vector<TaskWords>& all, bool with_section, bool with_rest) {
  Keys keys;
  for (const TaskWords& words : all) {
    std::u32string& key = keys.emplace_back(words.content.text());
    key += kBetween + words.criterion_name;
    if (with_section) key += kBetween + words.section;
    if (with_rest) key += kBetween + words.rest;
  }
  return keys;
}

int Likeness(const TaskWords& a, const TaskWords& b) {
  if (a.content.IsEmpty() || b.content.IsEmpty()) return Likeness(a.both, b.both);
  const int content = Likeness(a.content, b.content);
  if (a.criterion.IsEmpty() || b.criterion.IsEmpty()) return content;
  // What the criteria could add at most is not enough.
  if (content * kContentWeight + 1000 * kCriterionWeight < kAlike * kWeights) return 0;
  return (content * kContentWeight + Likeness(a.criterion, b.criterion) * kCriterionWeight) /
         kWeights;
}

Matching MatchTasks(const FlatScheme& before, const FlatScheme& after) {
  const std::vector<TaskWords> words_before = WordsOf(before);
  const std::vector<TaskWords> words_after = WordsOf(after);
  Matching tasks(before.tasks.size(), after.tasks.size());
  for (const bool with_rest : {true, false}) {
    for (const bool with_section : {true, false}) {
      tasks.JoinByKey(KeysOf(words_before, with_section, with_rest),
                      KeysOf(words_after, with_section, with_rest));
    }
  }
  tasks.JoinAlike(
      [&](std::size_t i, std::size_t j) { return Likeness(words_before[i], words_after[j]); },
      [&](std::size_t i) { return words_before[i].both.text().size(); },
      [&](std::size_t j) { return words_after[j].both.text().size(); });
  return tasks;
}

std::vector<ComparedText> TitlesOf(const FlatScheme& flat) {
  std::vector<ComparedText> titles;
  for (const Section* section : flat.sections) titles.emplace_back(section->title.text);
  return titles;
}

Keys TextsOf(const std::vector<ComparedText>& all) {
  Keys texts;
  for (const ComparedText& text : all) texts.push_back(text.text());
  return texts;
}

// Two sections with most of their tasks in common are one, whatever they are called.
void JoinByTasks(const FlatScheme& before, const FlatScheme& after, const Matching& tasks,
                 Matching& sections) {
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> in_common;
  for (std::size_t i = 0; i < before.tasks.size(); ++i) {
    const int j = tasks.AfterOf(i);
    if (j == Matching::kNone) continue;
    ++in_common[{before.tasks[i].section, after.tasks[static_cast<std::size_t>(j)].section}];
  }
  for (const auto& [pair, count] : in_common) {
    const auto [i, j] = pair;
    // More than half of either: no third section can have as many.
    const bool most =
        2 * count > std::max(before.sections[i]->tasks.size(), after.sections[j]->tasks.size());
    if (most && sections.AreFree(i, j)) sections.Join(i, j);
  }
}

Matching MatchSections(const FlatScheme& before, const FlatScheme& after, const Matching& tasks) {
  const std::vector<ComparedText> titles_before = TitlesOf(before);
  const std::vector<ComparedText> titles_after = TitlesOf(after);
  Matching sections(before.sections.size(), after.sections.size());
  sections.JoinByKey(TextsOf(titles_before), TextsOf(titles_after));
  JoinByTasks(before, after, tasks, sections);
  sections.JoinAlike(
      [&](std::size_t i, std::size_t j) {
        if (before.sections[i]->kind != after.sections[j]->kind) return 0;
        return Likeness(titles_before[i], titles_after[j]);
      },
      [&](std::size_t i) { return titles_before[i].text().size(); },
      [&](std::size_t j) { return titles_after[j].text().size(); });
  return sections;
}

Matching MatchCriteria(const FlatScheme& before, const FlatScheme& after, const Matching& tasks) {
  std::set<std::pair<std::size_t, std::size_t>> of_one_task;
  for (std::size_t i = 0; i < before.tasks.size(); ++i) {
    const int j = tasks.AfterOf(i);
    if (j == Matching::kNone) continue;
    const int a = before.tasks[i].criterion;
    const int b = after.tasks[static_cast<std::size_t>(j)].criterion;
    if (a == Matching::kNone || b == Matching::kNone) continue;
    of_one_task.emplace(static_cast<std::size_t>(a), static_cast<std::size_t>(b));
  }
  std::vector<Matching::Candidate> candidates;
  for (const auto& [i, j] : of_one_task) {
    const ComparedText words_before(before.criteria[i]->text);
    const ComparedText words_after(after.criteria[j]->text);
    candidates.push_back({i, j, Likeness(words_before, words_after)});
  }
  Matching criteria(before.criteria.size(), after.criteria.size());
  criteria.JoinByLikeness(std::move(candidates));
  return criteria;
}

// The same from whichever scheme it is looked at, so that the same ones are said to have moved.
std::uint32_t WeightOf(std::string_view a, std::string_view b) {
  const auto weight = [](std::string_view text) {
    const std::string words = EncodeUtf8(ComparedText(text).text());
    return static_cast<std::uint32_t>(std::stoul(Fingerprint(words).substr(0, 7), nullptr, 16));
  };
  return weight(a) + weight(b);
}

// Finds what moved among pairs that are in order of `before`, and marks it by its place in `after`.
class MoveFinder {
 public:
  void Add(int after, std::string_view words_before, std::string_view words_after) {
    places_.push_back(after);
    weights_.push_back(WeightOf(words_before, words_after));
  }
  void MarkIn(std::vector<bool>& moved) const {
    const std::vector<bool> found = FindMoved(places_, weights_);
    for (std::size_t i = 0; i < places_.size(); ++i) {
      if (found[i]) moved[static_cast<std::size_t>(places_[i])] = true;
    }
  }

 private:
  std::vector<int> places_;
  std::vector<std::uint32_t> weights_;
};

std::vector<bool> MovedSections(const FlatScheme& before, const FlatScheme& after,
                                const Matching& sections) {
  MoveFinder finder;
  for (std::size_t i = 0; i < before.sections.size(); ++i) {
    const int j = sections.AfterOf(i);
    if (j == Matching::kNone) continue;
    finder.Add(j, before.sections[i]->title.text,
               after.sections[static_cast<std::size_t>(j)]->title.text);
  }
  std::vector<bool> moved(after.sections.size());
  finder.MarkIn(moved);
  return moved;
}

std::vector<bool> MovedTasks(const FlatScheme& before, const FlatScheme& after,
                             const SchemeMatch& match) {
  std::vector<bool> moved(after.tasks.size());
  std::vector<MoveFinder> finders(after.sections.size());
  for (std::size_t i = 0; i < before.tasks.size(); ++i) {
    if (match.tasks.AfterOf(i) == Matching::kNone) continue;
    const auto j = static_cast<std::size_t>(match.tasks.AfterOf(i));
    const Task& a = *before.tasks[i].task;
    const Task& b = *after.tasks[j].task;
    const std::size_t section = after.tasks[j].section;
    if (match.sections.AfterOf(before.tasks[i].section) != static_cast<int>(section)) {
      moved[j] = true;
      continue;
    }
    const auto words = [](const Task& task) {
      const std::string criterion = task.criterion ? task.criterion->text : "";
      return task.content.text + criterion + EncodeUtf8(RestOf(task));
    };
    finders[section].Add(static_cast<int>(j), words(a), words(b));
  }
  for (const MoveFinder& finder : finders) finder.MarkIn(moved);
  return moved;
}

}  // namespace

FlatScheme::FlatScheme(const Scheme& scheme) {
  std::map<std::string_view, int> by_task;  // of criteria, by the task where they stand
  for (const Section& section : scheme.sections) {
    for (const Task& task : section.tasks) {
      if (!task.criterion || !task.criterion->same_as.empty()) continue;
      by_task[task.key] = static_cast<int>(criteria.size());
      criteria.push_back(&*task.criterion);
    }
  }
  uses.resize(criteria.size());
  for (const Section& section : scheme.sections) {
    sections.push_back(&section);
    for (const Task& task : section.tasks) {
      FlatTask& flat = tasks.emplace_back(FlatTask{&task, sections.size() - 1});
      if (!task.criterion) continue;
      const std::string& owner =
          task.criterion->same_as.empty() ? task.key : task.criterion->same_as;
      const auto found = by_task.find(owner);
      KAOPING_CHECK(found != by_task.end());
      flat.criterion = found->second;
      ++uses[static_cast<std::size_t>(flat.criterion)];
    }
  }
}

const Criterion* FlatScheme::CriterionOf(const FlatTask& flat) const {
  return flat.criterion == Matching::kNone ? nullptr
                                           : criteria[static_cast<std::size_t>(flat.criterion)];
}

bool FlatScheme::IsShared(const FlatTask& flat) const {
  return flat.criterion != Matching::kNone && uses[static_cast<std::size_t>(flat.criterion)] > 1;
}

SchemeMatch::SchemeMatch(const FlatScheme& before, const FlatScheme& after)
    : sections(0, 0), tasks(MatchTasks(before, after)), criteria(0, 0) {
  sections = MatchSections(before, after, tasks);
  criteria = MatchCriteria(before, after, tasks);
  section_moved = MovedSections(before, after, sections);
  task_moved = MovedTasks(before, after, *this);
}

}  // namespace kaoping::scheme
