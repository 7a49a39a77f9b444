#include "notice/parts.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"
#include "notice/issuers.h"
#include "notice/words.h"
#include "text/blank.h"
#include "text/official.h"

namespace kaoping::notice {
namespace {

using Lines = std::vector<Line>;

// A title, a heading or a name of a body is no longer than this; a sentence of the text may be.
constexpr std::size_t kLongestTitle = 120;
constexpr std::size_t kLongestName = 40;
constexpr std::size_t kMostTitleLines = 4;
// The marks at the top of the first page stand among its first paragraphs.
constexpr std::size_t kTopLines = 5;
// Number and title stand above the text, which starts within these lines.
constexpr std::size_t kHeadLines = 60;
// In bytes: a longer line is text, and not looked at for a mark, a name or a date.
constexpr std::size_t kLongestMarkLine = 3'000;
// Without an attachment's mark, the title over a table is one of the last lines above it.
constexpr std::size_t kLinesOverTable = 2;

bool IsShort(std::string_view text, std::size_t most) { return CountCodePoints(text) <= most; }

// `text` without `prefix` and a colon of either width behind it; nothing if it doesn't start so.
std::optional<std::string> AfterLabel(std::string_view text, std::string_view label) {
  if (!text.starts_with(label)) return std::nullopt;
  text.remove_prefix(label.size());
  for (const std::string_view colon : {"：", ":"}) {
    if (text.starts_with(colon)) return std::string(TrimBlanks(text.substr(colon.size())));
  }
  return std::nullopt;
}

bool EndsWithColon(std::string_view text) { return text.ends_with("：") || text.ends_with(":"); }

std::string WithoutColon(std::string text) {
  for (const std::string_view colon : {"：", ":"}) {
    if (text.ends_with(colon)) text.resize(text.size() - colon.size());
  }
  return text;
}

// The bytes of the figures, Arabic or Chinese, that `text` starts with.
std::size_t NumberLength(std::string_view text) {
  std::size_t length = 0;
  for (const char32_t c : DecodeUtf8(text)) {
    const std::string digit = EncodeUtf8(std::u32string(1, c));
    if (!(c >= U'0' && c <= U'9') && !(c >= U'０' && c <= U'９') && !IsChineseNumeral(digit)) break;
    length += digit.size();
  }
  return length;
}

// 附件, 附件1, 附件一, 附件：, 某发〔2018〕7号附件1: alone on its line, the mark where an
// attachment begins.
bool IsAttachmentMark(std::string_view words) {
  if (const auto number = FindDocumentNumber(words); number && number->span.begin == 0) {
    return IsAttachmentMark(FromCodePoint(words, number->span.end));
  }
  const std::string rest = WithoutColon(std::string(words));
  return rest.starts_with(kAttachment) &&
         NumberLength(rest.substr(kAttachment.size())) == rest.size() - kAttachment.size();
}

// 甲表 of 附件：甲表 and 附件1：甲表; empty text of 附件：; nothing of anything else.
std::optional<std::string> AttachmentNamed(std::string_view words) {
  if (!words.starts_with(kAttachment)) return std::nullopt;
  return AfterLabel(
      words, words.substr(0, kAttachment.size() + NumberLength(words.substr(kAttachment.size()))));
}

bool IsDate(std::string_view words) {
  const auto date = FindDate(words);
  return date && date->span == Span{0, static_cast<int>(CountCodePoints(words))};
}

// A line of its own that is neither a sentence nor a label nor a remark in brackets.
bool LooksLikeTitle(std::string_view words) {
  const bool is_remark = words.starts_with("（") || words.starts_with("(");
  return !words.empty() && IsShort(words, kLongestTitle) && !is_remark && !IsLabel(words) &&
         !IsDate(words) && !words.ends_with("。") && !words.ends_with("；") &&
         !EndsWithColon(words) && !IsAttachmentMark(words) && !AttachmentNamed(words) &&
         !StartsWithChineseNumeral(words);  // 一、机制建设 is the title of a part
}

// 附件： over a list of them (1.甲表) is no mark of one.
bool IsMarkAt(const Lines& lines, std::size_t at) {
  if (!IsAttachmentMark(lines[at].words)) return false;
  if (!EndsWithColon(lines[at].words) || at + 1 == lines.size()) return true;
  const LeadingNumber number = ReadLeadingNumber(lines[at + 1].words);
  return number.length == 0 || IsChineseNumeral(number.number);
}

// The line where the first attachment begins, and the last; behind the last line if none does.
std::size_t FindFirstMark(const Lines& lines) {
  std::size_t at = 0;
  while (at < lines.size() && !IsMarkAt(lines, at)) ++at;
  return at;
}
std::size_t FindLastMark(const Lines& lines) {
  for (std::size_t at = lines.size(); at > 0; --at) {
    if (IsMarkAt(lines, at - 1)) return at - 1;
  }
  return lines.size();
}

Lines MakeLines(const std::vector<PlacedText>& paragraphs) {
  Lines lines;
  for (const PlacedText& paragraph : paragraphs) {
    const bool is_text = paragraph.text.size() > kLongestMarkLine;
    lines.push_back({paragraph.place, paragraph.text, is_text ? "" : JoinTorn(paragraph.text)});
  }
  return lines;
}

// Goes through the paragraphs of a notice in their order, part by part.
class PartsReader {
 public:
  PartsReader(const Paragraphs& paragraphs, std::vector<Diagnostic>& diagnostics)
      : lines_(MakeLines(paragraphs.before)),
        after_(MakeLines(paragraphs.after)),
        mark_(FindFirstMark(lines_)),
        diagnostics_(diagnostics) {}

  Parts Read() {
    ReadNumber();
    ReadLetterhead();
    ReadTitle();
    ReadAddressees();
    ReadIssuers();
    ReadAttachments();
    ReadCites();
    for (const Lines* lines : {&lines_, &after_}) {
      ReadCopies(*lines);
      ReadPrinting(*lines);
    }
    return std::move(parts_);
  }

 private:
  // The line that is a document number and nothing else. Only what stands above the body counts.
  void ReadNumber() {
    for (std::size_t i = 0; i < std::min(mark_, kHeadLines); ++i) {
      if (lines_[i].words.empty()) continue;
      const auto number = FindDocumentNumber(lines_[i].text);
      if (!number || number->span.begin != 0 || !IsNumberAlone(lines_[i].text, *number)) continue;
      parts_.number = {number->text, lines_[i].place};
      next_ = i + 1;
      number_line_ = i;
      if (!number->as_set) {
        diagnostics_.push_back(
            {Severity::kNote, "number-form",
             Say("发文字号“{0}”不合规范，按“{1}”记",
                 "the document number \"{0}\" is not written as it should be and is kept as "
                 "\"{1}\"",
                 SliceOf(lines_[i].text, number->span), number->text),
             number->span, lines_[i].place});
      }
      return;
    }
  }

  // Nothing stands behind it but 签发人：某某, as over a document to a superior.
  static bool IsNumberAlone(std::string_view text, const DocumentNumber& number) {
    const std::string rest = JoinTorn(FromCodePoint(text, number.span.end));
    return rest.empty() || AfterLabel(rest, kSigner);
  }

  // One to four lines that end with the kind of the document: 关于…的通知.
  void ReadTitle() {
    for (std::size_t begin = next_; begin < std::min(mark_, kHeadLines); ++begin) {
      std::string title;
      for (std::size_t i = begin; i < std::min(mark_, begin + kMostTitleLines); ++i) {
        title += lines_[i].words;
        if (lines_[i].words.empty() || !IsShort(title, kLongestTitle) || EndsWithColon(title))
          break;
        const bool starts =
            title.find(kAbout) != std::string::npos || parts_.number.place.IsKnown();
        if (!starts || EndingWord(title, DocumentTypes()).empty()) continue;
        parts_.title = {title, lines_[begin].place};
        next_ = i + 1;
        return;
      }
    }
  }

  // The line behind the title that ends with a colon.
  void ReadAddressees() {
    if (!parts_.title.place.IsKnown() || next_ >= mark_) return;
    const Line& line = lines_[next_];
    if (!EndsWithColon(line.words)) return;
    for (std::string& body : ReadBodies(WithoutColon(line.text))) {
      parts_.addressees.push_back({std::move(body), line.place});
    }
    ++next_;
  }

  // 甲局、乙局文件 above the number, or above the title where there is none.
  void ReadLetterhead() {
    std::size_t end = number_line_.value_or(0);
    if (!number_line_) {
      const auto is_text = [](const Line& line) {
        return line.words.find(kAbout) != std::string::npos || EndsWithColon(line.words);
      };
      const auto top = lines_.begin() + static_cast<std::ptrdiff_t>(std::min(mark_, kHeadLines));
      end = static_cast<std::size_t>(std::find_if(lines_.begin(), top, is_text) - lines_.begin());
    }
    letterhead_ = FindLetterhead(std::span(lines_).first(end));
    if (letterhead_) next_ = std::max(next_, letterhead_->end);
  }

  // Those of the letterhead; else those that sign; else what stands alone above the number.
  void ReadIssuers() {
    std::vector<PlacedText> signing;
    if (next_ < mark_) signing = FindSignatures(std::span(lines_).subspan(next_, mark_ - next_));
    std::vector<PlacedText> issuers = signing;
    if (letterhead_) {
      issuers = letterhead_->issuers;
      // The leading one may head the paper alone, for all that sign below it.
      if (issuers.size() == 1 && !signing.empty() && IsSameBody(issuers[0].text, signing[0].text)) {
        issuers.insert(issuers.end(), signing.begin() + 1, signing.end());
      }
    } else if (issuers.empty() && number_line_) {
      issuers = NamesAtEnd(std::span(lines_).first(*number_line_));
    }
    if (issuers.empty()) return;
    parts_.issuer = issuers.front();
    parts_.co_issuers.assign(issuers.begin() + 1, issuers.end());
  }

  // 中共某市委 heads what 中共某市委员会 signs.
  static bool IsSameBody(std::string_view head, std::string_view signature) {
    return head.find(signature) != std::string_view::npos ||
           signature.find(head) != std::string_view::npos;
  }

  // 附件：… below the text; further ones follow on lines that begin with their number.
  void ReadAttachments() {
    bool within = false;
    for (std::size_t i = next_; i < mark_; ++i) {
      const auto label = AttachmentNamed(lines_[i].words);
      const std::string text = label.value_or(lines_[i].words);
      const int number = ReadLeadingNumber(text).length;
      within = label || (within && number > 0);
      if (!within || text.empty()) continue;
      body_end_ = std::min(body_end_.value_or(i), i);
      const std::string name = FromCodePoint(text, number);
      // 附件1：甲表 may stand in the list and where it begins.
      const bool is_known =
          std::any_of(parts_.attachments.begin(), parts_.attachments.end(),
                      [&](const PlacedText& known) { return known.text == name; });
      if (!is_known) parts_.attachments.push_back({name, lines_[i].place});
    }
  }

  // The 《》 of the title and of the text, each once, but for the notice's own attachments.
  void ReadCites() {
    std::set<std::string> own;
    for (const PlacedText& attachment : parts_.attachments) own.insert(attachment.text);
    const std::string& title = parts_.title.text;
    const std::vector<CitedDocument> in_title = CitationsIn(title, parts_.title.place);
    if (ContainsAny(title.substr(0, title.find(kCitationOpen)), OwnAttachmentVerbs())) {
      for (const CitedDocument& cited : in_title) own.insert(cited.title);
    }
    AddCites(in_title, own);
    for (std::size_t i = next_; i < body_end_.value_or(mark_); ++i) {
      AddCites(CitationsIn(lines_[i].text, lines_[i].place), own);
    }
  }

  void AddCites(const std::vector<CitedDocument>& cites, const std::set<std::string>& own) {
    for (const CitedDocument& cited : cites) {
      if (own.contains(cited.title)) continue;
      const auto [known, is_new] = cites_by_title_.emplace(cited.title, parts_.cites.size());
      if (is_new) {
        parts_.cites.push_back(cited);
      } else if (std::string& number = parts_.cites[known->second].number; number.empty()) {
        number = cited.number;  // the title names it, the text gives its number
      }
    }
  }

  static std::vector<CitedDocument> CitationsIn(std::string_view text, const Place& place) {
    std::vector<CitedDocument> cites;
    while (true) {
      const auto open = text.find(kCitationOpen);
      if (open == std::string_view::npos) return cites;
      text.remove_prefix(open + kCitationOpen.size());
      const std::size_t close = ClosingMark(text);
      if (close == std::string_view::npos) return cites;
      CitedDocument cited{JoinTorn(text.substr(0, close)), "", place};
      text.remove_prefix(close + kCitationClose.size());
      cited.number = NumberInBracket(text);
      cites.push_back(std::move(cited));
    }
  }

  // Where the 》 stands that belongs to a 《 before `text`: titles may hold titles.
  static std::size_t ClosingMark(std::string_view text) {
    int depth = 1;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text.substr(i).starts_with(kCitationOpen)) ++depth;
      if (text.substr(i).starts_with(kCitationClose) && --depth == 0) return i;
    }
    return std::string_view::npos;
  }

  // The document number in a bracket right at the front of `text`; "" if there is none.
  static std::string NumberInBracket(std::string_view text) {
    constexpr std::size_t kLongest = 300;  // bytes; what is longer is no number
    for (const auto& [open, close] : {std::pair("（", "）"), std::pair("(", ")")}) {
      if (!text.starts_with(open)) continue;
      const auto end = text.substr(0, kLongest).find(close);
      if (end == std::string_view::npos) return "";
      const auto number = FindDocumentNumber(text.substr(0, end));
      return number ? number->text : "";
    }
    return "";
  }

  void ReadCopies(const Lines& lines) {
    for (const Line& line : lines) {
      for (const std::string_view label : CopyLabels()) {
        const auto bodies = AfterLabel(line.words, label);
        if (!bodies) continue;
        for (std::string& body : ReadBodies(*bodies)) {
          parts_.copies_to.push_back({std::move(body), line.place});
        }
      }
    }
  }

  // “南通市商务局办公室 2017年5月3日印发”, on one line or two.
  void ReadPrinting(const Lines& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::string& words = lines[i].words;
      if (!words.ends_with(kPrinted)) continue;
      const auto date = FindDate(words);
      if (!date || FromCodePoint(words, date->span.end) != kPrinted) continue;
      parts_.printed_on = date->date;
      parts_.printed_on_place = lines[i].place;
      std::string printer =
          EncodeUtf8(DecodeUtf8(words).substr(0, static_cast<std::size_t>(date->span.begin)));
      Place place = lines[i].place;
      if (printer.empty() && i > 0) {
        printer = lines[i - 1].words;
        place = lines[i - 1].place;
      }
      if (IsShort(printer, kLongestName) && IsWholeName(printer)) {
        parts_.printed_by = {printer, place};
      }
    }
  }

  const Lines lines_;
  const Lines after_;
  const std::size_t mark_;  // the line of the attachment mark; behind the last line without one
  std::vector<Diagnostic>& diagnostics_;
  Parts parts_;
  std::map<std::string, std::size_t> cites_by_title_;
  std::size_t next_ = 0;  // the first line that no part has taken
  std::optional<std::size_t> number_line_;
  std::optional<Letterhead> letterhead_;
  std::optional<std::size_t> body_end_;  // the line of the list of attachments
};

// 单位：分 and a date beside it are not counted.
std::size_t BeginOfLinesOverTable(const Lines& lines) {
  std::size_t left = kLinesOverTable;
  std::size_t begin = lines.size();
  for (; begin > 0 && left > 0; --begin) {
    const std::string& words = lines[begin - 1].words;
    const bool is_beside = (IsLabel(words) && !AttachmentNamed(words)) || IsDate(words);
    if (!is_beside) --left;
  }
  return begin;
}

}  // namespace

PlacedText FindSecrecyGrade(const Paragraphs& paragraphs) {
  std::vector<PlacedText> top = paragraphs.before;
  top.insert(top.end(), paragraphs.after.begin(), paragraphs.after.end());
  top.resize(std::min(top.size(), kTopLines));
  for (const Line& line : MakeLines(top)) {
    const std::string_view words = line.words;
    const std::string_view grade = StartingWord(words, SecrecyGrades());
    const std::string_view rest = words.substr(grade.size());
    if (!grade.empty() && (rest.empty() || rest.starts_with("★"))) {
      return {std::string(grade), line.place};
    }
  }
  return {};
}

Parts ReadParts(const Paragraphs& paragraphs, std::vector<Diagnostic>& diagnostics) {
  return PartsReader(paragraphs, diagnostics).Read();
}

PlacedText ReadTableTitle(const Paragraphs& paragraphs, const Parts& parts) {
  const Lines lines = MakeLines(paragraphs.before);
  const std::size_t mark = FindLastMark(lines);
  // Behind the mark the first line is the title; without one it stands among the last lines.
  const std::size_t first = mark < lines.size() ? mark + 1 : BeginOfLinesOverTable(lines);
  std::optional<std::size_t> begin;
  for (std::size_t i = first; i < lines.size(); ++i) {
    if (!LooksLikeTitle(lines[i].words) || lines[i].place == parts.title.place) continue;
    begin = i;
    if (mark < lines.size()) break;
  }
  if (!begin) {
    for (std::size_t i = lines.size(); i > first; --i) {
      const auto name = AttachmentNamed(lines[i - 1].words);  // 附件2：乙表, right above it
      if (name && !name->empty()) return {*name, lines[i - 1].place};
    }
    return parts.attachments.empty() ? parts.title : parts.attachments.front();
  }
  // A title torn over lines goes on until it ends like one.
  PlacedText one_line = {lines[*begin].words, lines[*begin].place};
  PlacedText title = {"", one_line.place};
  for (std::size_t i = *begin; i < lines.size() && LooksLikeTitle(lines[i].words); ++i) {
    title.text += lines[i].words;
    if (!EndingWord(title.text, TableTitleEndings()).empty()) return title;
  }
  return one_line;
}

}  // namespace kaoping::notice
