#include "scheme/scope.h"

#include <algorithm>
#include <set>

#include "base/utf8.h"

namespace kaoping::scheme {
namespace {

using Pairs = std::set<std::u32string>;

// A phrase is mentioned if it shares this many pairs of characters, and left out up to this many.
constexpr int kMentioned = 3;
constexpr int kLeftOut = 1;
// Shorter phrases (工作资料) say too little to be missed.
constexpr std::size_t kShortestPhrase = 5;
// A condition of fewer characters (少一次, 缺席) leans on the content.
constexpr std::size_t kShortestCondition = 8;

constexpr std::u32string_view kPhraseEnds = U"。；，、,;\n";

bool IsHan(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

std::u32string HanOf(std::string_view text) {
  std::u32string han = DecodeUtf8(text);
  std::erase_if(han, [](char32_t c) { return !IsHan(c); });
  return han;
}

Pairs PairsOf(std::u32string_view han) {
  Pairs pairs;
  for (std::size_t i = 0; i + 1 < han.size(); ++i) pairs.emplace(han.substr(i, 2));
  return pairs;
}

int CountShared(const Pairs& a, const Pairs& b) {
  return static_cast<int>(std::count_if(
      a.begin(), a.end(), [&](const std::u32string& pair) { return b.contains(pair); }));
}

// 及, 和 and 与 join two duties; 及时 is a word.
bool IsConjunction(std::u32string_view text, std::size_t at) {
  const char32_t c = text[at];
  if (c == U'和' || c == U'与') return true;
  return c == U'及' && (at + 1 == text.size() || text[at + 1] != U'时');
}

std::vector<std::string> PhrasesOf(std::string_view content) {
  const std::u32string text = DecodeUtf8(content);
  std::vector<std::string> phrases(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (kPhraseEnds.find(text[i]) != std::u32string_view::npos || IsConjunction(text, i)) {
      phrases.emplace_back();
    } else {
      AppendUtf8(text[i], phrases.back());
    }
  }
  return phrases;
}

bool LeansOnContent(const rules::Rule& rule) {
  return rule.trigger != rules::Trigger::kOccurs && rule.trigger != rules::Trigger::kEach;
}

}  // namespace

ScopeDifference CompareScope(const Task& task) {
  ScopeDifference difference;
  if (task.content.text.empty() || !task.criterion || task.criterion->rules.empty()) return {};
  bool names_its_subject = true;
  for (const SchemeRule& rule : task.criterion->rules) {
    if (LeansOnContent(rule.rule)) return {};
    names_its_subject &= HanOf(rule.rule.condition).size() >= kShortestCondition;
  }
  const Pairs of_criterion = PairsOf(HanOf(task.criterion->text));
  bool follows_content = false;
  for (const std::string& phrase : PhrasesOf(task.content.text)) {
    const std::u32string han = HanOf(phrase);
    const int shared = CountShared(PairsOf(han), of_criterion);
    follows_content |= shared >= kMentioned;
    if (han.size() >= kShortestPhrase && shared <= kLeftOut) {
      difference.only_in_content.push_back(phrase);
    }
  }
  difference.is_criterion_apart =
      names_its_subject && CountShared(PairsOf(HanOf(task.content.text)), of_criterion) == 0;
  if (!follows_content) difference.only_in_content.clear();
  return difference;
}

}  // namespace kaoping::scheme
