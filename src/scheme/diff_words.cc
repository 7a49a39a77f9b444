#include "scheme/diff_words.h"

#include <algorithm>
#include <map>

#include "base/check.h"
#include "base/utf8.h"
#include "scheme/diff_likeness.h"

namespace kaoping::scheme {
namespace {

// Texts up to this long are quoted whole; of longer ones that many characters around a difference.
constexpr std::size_t kQuotedWhole = 40;
constexpr std::size_t kAround = 8;

std::string Quote(std::u32string_view text) {
  std::string quoted = "“" + EncodeUtf8(text) + "”";
  std::replace(quoted.begin(), quoted.end(), '\n', ' ');
  return quoted;
}

std::string Quote(std::string_view text) { return Quote(DecodeUtf8(text)); }

// `text` without what it shares with another one: its first `head` and last `tail` characters.
std::string QuoteBetween(const std::u32string& text, std::size_t head, std::size_t tail) {
  const std::size_t begin = head > kAround ? head - kAround : 0;
  const std::size_t end = tail > kAround ? text.size() - tail + kAround : text.size();
  std::u32string part = text.substr(begin, end - begin);
  if (begin > 0) part.insert(0, U"…");
  if (end < text.size()) part += U"…";
  return Quote(part);
}

std::size_t CommonStart(auto a, auto a_end, auto b, auto b_end) {
  return static_cast<std::size_t>(std::mismatch(a, a_end, b, b_end).first - a);
}

// The members of `all` that `others` lacks, each as often as it does.
std::vector<std::string> Without(const std::vector<std::string>& all,
                                 const std::vector<std::string>& others) {
  std::map<std::u32string, int> left;
  for (const std::string& text : others) ++left[ComparedText(text).text()];
  std::vector<std::string> rest;
  for (const std::string& text : all) {
    if (left[ComparedText(text).text()]-- <= 0) rest.push_back(text);
  }
  return rest;
}

Message QuotedList(const std::vector<std::string>& texts) {
  Message list;
  for (const std::string& text : texts) {
    list.zh += (list.zh.empty() ? "" : "、") + Quote(text);
    list.en += (list.en.empty() ? "" : ", ") + Quote(text);
  }
  return list;
}

ChangeKind KindOf(bool was, bool is) {
  KAOPING_CHECK(was || is);
  if (was && is) return ChangeKind::kChanged;
  return is ? ChangeKind::kAdded : ChangeKind::kRemoved;
}

// What became of a thing; `before` and `after` as they stand in the sentence.
Message Sentence(ChangeKind kind, const Message& thing, const Message& before,
                 const Message& after) {
  switch (kind) {
    case ChangeKind::kAdded:
      return {fmt::format("写明了{}：{}。", thing.zh, after.zh),
              fmt::format("{} is now stated: {}.", thing.en, after.en)};
    case ChangeKind::kRemoved:
      return {fmt::format("不再写明{}，原为{}。", thing.zh, before.zh),
              fmt::format("{} is no longer stated; it was {}.", thing.en, before.en)};
    case ChangeKind::kChanged:
    case ChangeKind::kMoved:
      break;
  }
  const Message part = FromTo(thing, before, after);
  return {part.zh + "。", part.en + "."};
}

}  // namespace

std::string Listed(const std::vector<std::string>& texts) {
  std::string list;
  for (const std::string& text : texts) list += (list.empty() ? "" : "、") + text;
  return list;
}

Message InPoints(const std::optional<Points>& points) {
  if (!points) return {};
  const std::string figure = points->ToString();
  return {figure + "分", figure + (figure == "1" ? " point" : " points")};
}

QuotedPair QuoteWhereDifferent(std::string_view before, std::string_view after) {
  const std::u32string a = DecodeUtf8(before);
  const std::u32string b = DecodeUtf8(after);
  if (std::max(a.size(), b.size()) <= kQuotedWhole) return {Quote(a), Quote(b)};
  const std::size_t head = CommonStart(a.begin(), a.end(), b.begin(), b.end());
  const auto rest = static_cast<std::ptrdiff_t>(head);
  const std::size_t tail = CommonStart(a.rbegin(), a.rend() - rest, b.rbegin(), b.rend() - rest);
  return {QuoteBetween(a, head, tail), QuoteBetween(b, head, tail)};
}

Message FromTo(const Message& thing, const Message& before, const Message& after) {
  return {fmt::format("{}由{}改为{}", thing.zh, before.zh, after.zh),
          fmt::format("{} changed from {} to {}", thing.en, before.en, after.en)};
}

Change ChangedWords(std::string about, const Message& thing, const std::string& before,
                    const std::string& after) {
  const ChangeKind kind = KindOf(!before.empty(), !after.empty());
  QuotedPair quoted = {Quote(before), Quote(after)};
  if (kind == ChangeKind::kChanged) quoted = QuoteWhereDifferent(before, after);
  return {kind,
          std::move(about),
          before,
          after,
          "",
          "",
          Sentence(kind, thing, {quoted.before, quoted.before}, {quoted.after, quoted.after})};
}

Change ChangedFigure(std::string about, const Message& thing, const Message& before,
                     const Message& after) {
  const ChangeKind kind = KindOf(!before.zh.empty(), !after.zh.empty());
  return {
      kind, std::move(about), before.zh, after.zh, "", "", Sentence(kind, thing, before, after)};
}

std::optional<Change> ChangedList(std::string about, const Message& thing,
                                  const std::vector<std::string>& before,
                                  const std::vector<std::string>& after) {
  const std::vector<std::string> gone = Without(before, after);
  const std::vector<std::string> come = Without(after, before);
  if (gone.empty() && come.empty()) return std::nullopt;
  const ChangeKind kind = KindOf(!gone.empty(), !come.empty());
  Message text{thing.zh, thing.en + ":"};
  if (!come.empty()) {
    text.zh += "增加" + QuotedList(come).zh;
    text.en += fmt::format(" {} added", QuotedList(come).en);
  }
  if (kind == ChangeKind::kChanged) {
    text.zh += "，";
    text.en += ",";
  }
  if (!gone.empty()) {
    text.zh += "去掉" + QuotedList(gone).zh;
    text.en += fmt::format(" {} removed", QuotedList(gone).en);
  }
  return Change{kind,
                std::move(about),
                Listed(before),
                Listed(after),
                "",
                "",
                {text.zh + "。", text.en + "."}};
}

bool SaySame(std::string_view a, std::string_view b) { return ComparedText(a) == ComparedText(b); }

}  // namespace kaoping::scheme
