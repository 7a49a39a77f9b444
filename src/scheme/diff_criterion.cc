#include "scheme/diff_criterion.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>

#include "base/utf8.h"
#include "rules/compile.h"
#include "scheme/diff_rule.h"
#include "scheme/diff_words.h"

namespace kaoping::scheme {
namespace {

using rules::Limit;

// A list of one kind of thing in two criteria, each thing as its sentence.
struct Sentences {
  const char* about;
  Message thing;
  std::vector<std::string> before;
  std::vector<std::string> after;
  // Of rules; else empty.
  std::vector<std::string> keys_before;
  std::vector<std::string> keys_after;
};

template <typename T>
std::vector<std::string> ReadBackAll(const std::vector<T>& all) {
  std::vector<std::string> sentences;
  sentences.reserve(all.size());
  for (const T& item : all) sentences.push_back(rules::ReadBack(item));
  return sentences;
}

// What two that were matched differ in; nothing if they say the same.
using ChangedOf = std::function<std::optional<Change>(std::size_t before, std::size_t after)>;

// One that came, went (its index in the other list is kNone) or became the other.
Change ChangeOf(ChangeKind kind, const Sentences& all, int before, int after) {
  const auto at = [](const std::vector<std::string>& list, int index) {
    const auto i = static_cast<std::size_t>(index);
    return index == Matching::kNone || list.empty() ? "" : list[i];
  };
  return {kind,
          all.about,
          at(all.before, before),
          at(all.after, after),
          at(all.keys_before, before),
          at(all.keys_after, after),
          {}};
}

// What came, changed or went: in the order of `after`, those that went last.
std::vector<Change> Tell(const Sentences& all, const Matching& matching, const ChangedOf& changed) {
  const Message& thing = all.thing;
  std::vector<Change> changes;
  for (std::size_t j = 0; j < all.after.size(); ++j) {
    const int i = matching.BeforeOf(j);
    if (i != Matching::kNone) {
      if (auto change = changed(static_cast<std::size_t>(i), j)) changes.push_back(*change);
      continue;
    }
    Change& change = changes.emplace_back(
        ChangeOf(ChangeKind::kAdded, all, Matching::kNone, static_cast<int>(j)));
    change.text = Say("增加{0}：{2}", "A {1} was added: {2}", thing.zh, thing.en, change.after);
  }
  for (std::size_t i = 0; i < all.before.size(); ++i) {
    if (matching.AfterOf(i) != Matching::kNone) continue;
    Change& change = changes.emplace_back(
        ChangeOf(ChangeKind::kRemoved, all, static_cast<int>(i), Matching::kNone));
    change.text = Say("删去{0}：{2}", "A {1} was removed: {2}", thing.zh, thing.en, change.before);
  }
  return changes;
}

// That `before` became `after`; `what` says what is different, as a sentence.
Change Became(const Sentences& all, std::size_t before, std::size_t after, const Message& what) {
  Change change =
      ChangeOf(ChangeKind::kChanged, all, static_cast<int>(before), static_cast<int>(after));
  change.text = Say("{0}现为：{2}", "{1} It now reads: {2}", what.zh, what.en, change.after);
  return change;
}

// ---- Rules

Message Joined(const std::vector<Message>& parts) {
  Message joined;
  for (const Message& part : parts) {
    joined.zh += (joined.zh.empty() ? "" : "，") + part.zh;
    joined.en += (joined.en.empty() ? "" : ", ") + part.en;
  }
  return joined;
}

std::vector<Change> TellRules(const RuleLists& lists) {
  Sentences all = {"rule", {"规则", "rule"}, {}, {}, {}, {}};
  for (const SchemeRule& rule : lists.before) {
    all.before.push_back(rules::ReadBack(rule.rule));
    all.keys_before.push_back(rule.key);
  }
  for (const SchemeRule& rule : lists.after) {
    all.after.push_back(rules::ReadBack(rule.rule));
    all.keys_after.push_back(rule.key);
  }
  return Tell(all, lists.matching, [&](std::size_t i, std::size_t j) -> std::optional<Change> {
    const std::vector<Message> parts = CompareRules(lists, i, j);
    if (parts.empty()) return std::nullopt;
    const Message what = Joined(parts);
    return Became(all, i, j, Say("规则改动：{0}。", "A rule changed: {1}.", what.zh, what.en));
  });
}

// ---- Limits

// The rules that a limit of the criterion before binds, as rules of the one after; one without a
// partner there stands as a number below all of them.
std::set<int> BoundAfter(const Limit& limit, const Matching& rules) {
  std::set<int> bound;
  for (const int index : limit.rules) {
    const int partner = rules.AfterOf(static_cast<std::size_t>(index));
    bound.insert(partner == Matching::kNone ? -1 - index : partner);
  }
  return bound;
}

std::set<int> Bound(const Limit& limit) { return {limit.rules.begin(), limit.rules.end()}; }

// Limits of one scope are alike, and more so the more rules they both bind.
int Likeness(const Limit& a, const Limit& b, const Matching& rules) {
  if (a.scope != b.scope) return 0;
  const std::set<int> bound_a = BoundAfter(a, rules);
  const std::set<int> bound_b = Bound(b);
  std::vector<int> shared;
  std::set_intersection(bound_a.begin(), bound_a.end(), bound_b.begin(), bound_b.end(),
                        std::back_inserter(shared));
  const std::size_t most = std::max(bound_a.size(), bound_b.size());
  const auto bound = most == 0 ? 300 : static_cast<int>(300 * shared.size() / most);
  return kAlike + bound + (a.each == b.each ? 100 : 0) + (a.at_most == b.at_most ? 100 : 0);
}

Message AmountOf(const Limit& limit) {
  return limit.at_most ? InPoints(limit.at_most) : Message{"本项分值", "the item's base"};
}

std::vector<Change> TellLimits(const std::vector<Limit>& before, const std::vector<Limit>& after,
                               const Matching& rules) {
  Matching limits(before.size(), after.size());
  limits.JoinAlike(
      [&](std::size_t i, std::size_t j) { return Likeness(before[i], after[j], rules); },
      [&](std::size_t i) { return before[i].rules.size(); },
      [&](std::size_t j) { return after[j].rules.size(); });
  const Sentences all = {"limit", {"封顶", "limit"}, ReadBackAll(before), ReadBackAll(after), {},
                         {}};
  return Tell(all, limits, [&](std::size_t i, std::size_t j) -> std::optional<Change> {
    const Limit& a = before[i];
    const Limit& b = after[j];
    if (a.each != b.each || BoundAfter(a, rules) != Bound(b)) {
      return Became(all, i, j,
                    Say("封顶改动，原为：{}", "A limit changed; it was: {}", all.before[i]));
    }
    if (a.at_most == b.at_most) return std::nullopt;
    const Message part = FromTo({"上限", "The limit"}, AmountOf(a), AmountOf(b));
    return Became(all, i, j, {part.zh + "。", part.en + "."});
  });
}

// ---- Policies and links, of which the sentence is all

template <typename T>
std::vector<Change> TellSentences(const char* about, const Message& thing,
                                  const std::vector<T>& before, const std::vector<T>& after) {
  const Sentences all = {about, thing, ReadBackAll(before), ReadBackAll(after), {}, {}};
  Matching matching(before.size(), after.size());
  matching.JoinAlike(
      [&](std::size_t i, std::size_t j) {
        return Likeness(ComparedText(all.before[i]), ComparedText(all.after[j]));
      },
      [&](std::size_t i) { return all.before[i].size(); },
      [&](std::size_t j) { return all.after[j].size(); });
  return Tell(all, matching, [&](std::size_t i, std::size_t j) -> std::optional<Change> {
    if (SaySame(all.before[i], all.after[j])) return std::nullopt;
    return Became(
        all, i, j,
        Say("{0}改动，原为：{2}", "A {1} changed; it was: {2}", thing.zh, thing.en, all.before[i]));
  });
}

// ---- The wording

// The letters and figures that no rule, limit, policy or link was read from.
std::u32string UnreadWords(const Criterion& criterion) {
  std::u32string text = DecodeUtf8(criterion.text);
  const auto take_out = [&text](const Span& span) {
    for (int i = std::max(span.begin, 0); i < span.end; ++i) {
      if (static_cast<std::size_t>(i) < text.size()) text[static_cast<std::size_t>(i)] = U' ';
    }
  };
  for (const SchemeRule& rule : criterion.rules) take_out(rule.rule.span);
  for (const Limit& limit : criterion.limits) take_out(limit.span);
  for (const rules::Policy& policy : criterion.policies) take_out(policy.span);
  for (const rules::Link& link : criterion.links) take_out(link.span);
  std::u32string words = ComparedText(EncodeUtf8(text)).text();
  constexpr std::u32string_view kMarks = U" ，。；：、！？（）“”《》.";
  std::erase_if(words, [&](char32_t c) { return kMarks.find(c) != kMarks.npos; });
  return words;
}

// Nothing where the rules that changed say all of it.
std::optional<Change> ChangedWording(const Criterion& before, const Criterion& after,
                                     bool rules_changed) {
  if (SaySame(before.text, after.text)) return std::nullopt;
  if (rules_changed && UnreadWords(before) == UnreadWords(after)) return std::nullopt;
  Change change =
      ChangedWords("criterion", {"标准原文", "The criterion's wording"}, before.text, after.text);
  if (!rules_changed) {
    change.text.zh += "规则没有变。";
    change.text.en += " Its rules are the same.";
  }
  return change;
}

}  // namespace

std::vector<Change> CompareCriteria(const Criterion* before, const Criterion* after) {
  const Criterion none;
  const Criterion& a = before == nullptr ? none : *before;
  const Criterion& b = after == nullptr ? none : *after;
  const RuleLists rules(a.rules, b.rules);
  std::vector<Change> changes = TellRules(rules);
  const auto add = [&changes](std::vector<Change> more) {
    std::move(more.begin(), more.end(), std::back_inserter(changes));
  };
  add(TellLimits(a.limits, b.limits, rules.matching));
  add(TellSentences("policy", {"计分办法", "policy"}, a.policies, b.policies));
  add(TellSentences("link", {"挂钩", "link"}, a.links, b.links));
  if (before != nullptr && after != nullptr) {
    if (auto wording = ChangedWording(a, b, !changes.empty()))
      changes.push_back(*std::move(wording));
  }
  return changes;
}

}  // namespace kaoping::scheme
