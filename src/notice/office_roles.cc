#include "notice/office_roles.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "notice/office_marks.h"
#include "notice/vocabulary.h"
#include "notice/words.h"
#include "text/blank.h"

namespace kaoping::notice {
namespace {

constexpr std::size_t kNowhere = std::u32string_view::npos;

bool IsColon(char32_t c) { return c == U'：' || c == U':'; }

std::string WithoutBlanks(std::u32string_view text) {
  std::string kept;
  for (const char32_t c : text) {
    if (!IsBlank(c)) AppendUtf8(c, kept);
  }
  return kept;
}

// Words about a role at the start of a text.
struct Phrase {
  bool is_answer = false;            // 负责: answers, whatever its role
  std::optional<Office::Role> role;  // of the others
  std::size_t length = 0;            // in code points; 0 if there are none
};

std::size_t LengthOf(std::u32string_view text, Words words) {
  constexpr std::size_t kLongest = 6;
  return CountCodePoints(StartingWord(EncodeUtf8(text.substr(0, kLongest)), words));
}

// 共同牵头, 牵头负责, 配合落实.
Phrase ReadPhrase(std::u32string_view text) {
  const std::size_t adverb = LengthOf(text, RoleAdverbs());
  const std::u32string_view verb = text.substr(adverb);
  Phrase phrase;
  std::size_t length = 0;
  if (length = LengthOf(verb, LeadWords()); length != 0) {
    phrase.role = Office::Role::kLead;
  } else if (length = LengthOf(verb, SupportWords()); length != 0) {
    phrase.role = Office::Role::kSupport;
  } else if (length = LengthOf(verb, AnswerWords()); length != 0) {
    phrase.is_answer = true;
  } else {
    return phrase;
  }
  phrase.length = adverb + length + LengthOf(verb.substr(length), RoleTails());
  return phrase;
}

// A phrase with what it is called by: 牵头, 牵头单位.
Phrase ReadTitle(std::u32string_view text) {
  Phrase title = ReadPhrase(text);
  if (title.length != 0) title.length += LengthOf(text.substr(title.length), GroupNouns());
  return title;
}

// The bracket that closes the one at `open`; kNowhere if none does.
std::size_t ClosingBracket(std::u32string_view text, std::size_t open) {
  int depth = 0;
  for (std::size_t i = open; i < text.size(); ++i) {
    depth += BracketDepth(text[i]);
    if (depth == 0) return i;
  }
  return kNowhere;
}

// Goes along a cell once.
class RoleCutter {
 public:
  explicit RoleCutter(std::u32string_view text, bool in_bracket)
      : text_(text),
        in_bracket_(in_bracket),
        begins_with_bracket_(BeginsWithBracket()),
        begins_with_title_(ReadTitle(text_.substr(SkipBlanks(0))).role.has_value()) {}

  std::vector<RoleSegment> Cut() {
    while (at_ < text_.size()) {
      if (BracketDepth(text_[at_]) > 0) {
        TakeBracket();
      } else if (!TakeLabel() && !TakeTogether() && !TakeSuffix()) {
        TakeCharacter();
      }
    }
    Close(text_.size(), label_);
    return std::move(segments_);
  }

 private:
  // （牵头）甲处（配合）乙处: then a bracket belongs to the offices behind it.
  bool BeginsWithBracket() const {
    const std::size_t first = SkipBlanks(0);
    if (first == text_.size() || BracketDepth(text_[first]) <= 0) return false;
    const std::size_t close = ClosingBracket(text_, first);
    return close != kNowhere && RoleOfBracket(Between(first + 1, close)).has_value();
  }

  std::size_t SkipBlanks(std::size_t at) const {
    while (at < text_.size() && IsBlank(text_[at])) ++at;
    return at;
  }

  std::string Between(std::size_t begin, std::size_t end) const {
    return EncodeUtf8(text_.substr(begin, end - begin));
  }

  // The words since the last mark or role.
  std::string Piece() const { return WithoutBlanks(text_.substr(piece_, at_ - piece_)); }

  // Ends the segment at `end`.
  void Close(std::size_t end, std::optional<Office::Role> role) {
    std::string text = Between(begin_, end);
    if (!TrimBlanks(text).empty()) segments_.push_back({std::move(text), role});
    begin_ = run_ = piece_ = end;
  }

  // The next segment begins here.
  void GoOnAt(std::size_t at) { at_ = begin_ = run_ = piece_ = at; }

  void TakeCharacter() {
    const ListMark mark = ListMarkOf(text_[at_]);
    ++at_;
    if (mark == ListMark::kNone) return;
    piece_ = at_;
    if (mark == ListMark::kStrong) run_ = at_;
  }

  void TakeBracket() {
    const std::size_t open = at_;
    const std::size_t close = ClosingBracket(text_, open);
    if (close == kNowhere) {
      ++at_;
      return;
    }
    const std::string content = Between(open + 1, close);
    const std::optional<Office::Role> role = RoleOfBracket(content);
    if (role && begins_with_bracket_) {
      Close(open, label_);
      label_ = role;
      GoOnAt(close + 1);
      return;
    }
    at_ = close + 1;
    if (role || in_bracket_) return;
    std::vector<RoleSegment> listed =
        RoleCutter(text_.substr(open + 1, close - open - 1), true).Cut();
    const bool has_role = std::any_of(listed.begin(), listed.end(), [](const RoleSegment& segment) {
      return segment.role.has_value();
    });
    if (!has_role) return;
    Close(open, label_);
    std::move(listed.begin(), listed.end(), std::back_inserter(segments_));
    GoOnAt(close + 1);
  }

  // 牵头单位：甲处; and 牵头 甲处 配合 乙处, where the cell begins so.
  bool TakeLabel() {
    const Phrase title = ReadTitle(text_.substr(at_));
    if (title.length == 0 || (title.is_answer && !Piece().empty())) return false;
    const std::size_t end = at_ + title.length;
    const std::size_t next = SkipBlanks(end);
    if (next == text_.size()) return false;
    if (IsColon(text_[next])) {
      Close(at_, label_);
      label_ = title.role;
      GoOnAt(next + 1);
      return true;
    }
    if (!begins_with_title_ || !title.role) return false;
    if (ListMarkOf(text_[next]) != ListMark::kNone) return false;
    if (const std::string before = Piece(); !before.empty() && !IsWholeName(before)) return false;
    const bool has_noun = ReadPhrase(text_.substr(at_)).length != title.length;
    if (next == end && !(has_noun && IsOtherName(next))) return false;
    Close(at_, label_);
    label_ = title.role;
    GoOnAt(next);
    return true;
  }

  // 甲处会同乙处
  bool TakeTogether() {
    const std::size_t length = LengthOf(text_.substr(at_), TogetherWords());
    const std::string before = Piece();
    if (length == 0 || !(before.empty() || IsWholeName(before))) return false;
    Close(at_, label_);
    label_ = Office::Role::kSupport;
    GoOnAt(at_ + length);
    return true;
  }

  // 甲处、乙处牵头
  bool TakeSuffix() {
    const Phrase phrase = ReadPhrase(text_.substr(at_));
    if (phrase.length == 0) return false;
    const std::string name = Piece();
    if (name.empty()) return false;
    const std::size_t end = at_ + phrase.length;
    const bool ends_piece = end == text_.size() || IsBlank(text_[end]) ||
                            ListMarkOf(text_[end]) != ListMark::kNone ||
                            BracketDepth(text_[end]) != 0;
    if (phrase.is_answer && !(ends_piece && IsWholeName(name))) return false;
    if (!ends_piece && !(IsWholeName(name) && IsOtherName(end))) return false;
    // What stands before a comma was not meant, unless another role ended there.
    if (!after_suffix_ && run_ > begin_) Close(run_, label_);
    SkipBy();
    Close(at_, phrase.is_answer ? label_ : phrase.role);
    after_suffix_ = true;
    GoOnAt(end);
    return true;
  }

  // 由甲处牵头: 由 is no part of the name.
  void SkipBy() {
    const std::size_t first = SkipBlanks(begin_);
    if (text_.substr(first).starts_with(DecodeUtf8(kBy))) begin_ = first + 1;
  }

  // Whether a name may begin here, and not what goes on with the word before: 协办处, 参与部门.
  bool IsOtherName(std::size_t at) const {
    const std::u32string_view rest = text_.substr(at);
    return !rest.empty() && ListMarkOf(rest.front()) == ListMark::kNone &&
           BracketDepth(rest.front()) == 0 && LengthOf(rest, GroupNouns()) == 0 &&
           LengthOf(rest, NameEndings()) != 1 && LengthOf(rest, RoleContinuations()) == 0;
  }

  std::u32string_view text_;
  bool in_bracket_;
  bool begins_with_bracket_;
  bool begins_with_title_;
  std::vector<RoleSegment> segments_;
  std::optional<Office::Role> label_;  // the one that the last label gives
  std::size_t at_ = 0;
  std::size_t begin_ = 0;  // of the segment
  std::size_t run_ = 0;    // behind the last comma in it
  std::size_t piece_ = 0;  // behind the last mark in it
  bool after_suffix_ = false;
};

}  // namespace

std::vector<RoleSegment> CutByRole(std::string_view cell) {
  const std::u32string text = DecodeUtf8(cell);
  return RoleCutter(text, false).Cut();
}

std::optional<Office::Role> RoleOfBracket(std::string_view content) {
  const std::u32string text = DecodeUtf8(WithoutBlanks(DecodeUtf8(content)));
  const Phrase title = ReadTitle(text);
  return title.length == text.size() ? title.role : std::nullopt;
}

std::optional<Office::Role> RoleOfHeading(std::string_view heading) {
  const bool leads = ContainsAny(heading, LeadWords());
  const bool supports = ContainsAny(heading, SupportWords());
  if (leads == supports) return std::nullopt;
  return leads ? Office::Role::kLead : Office::Role::kSupport;
}

void InferLead(std::vector<Office>& offices) {
  Office* lead = nullptr;
  for (Office& office : offices) {
    if (office.role == Office::Role::kSupport) continue;
    if (lead != nullptr || office.role || office.by != Office::By::kName) return;
    lead = &office;
  }
  if (lead != nullptr && offices.size() > 1) lead->role = Office::Role::kLead;
}

}  // namespace kaoping::notice
