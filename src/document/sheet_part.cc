#include "document/sheet_part.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "base/utf8.h"
#include "document/office_errors.h"

namespace kaoping::document {
namespace {

constexpr std::string_view kBegin = "<sheetData>";
constexpr std::string_view kEnd = "</sheetData>";
constexpr std::string_view kEndOfRow = "</row>";
// How much is parsed at once, at least.
constexpr std::size_t kAtOnce = std::size_t{1} << 16;
constexpr auto kNone = std::string_view::npos;

// Behind the byte order mark and <?xml …?>, where there are any.
std::size_t EndOfDeclaration(std::string_view text) {
  const std::size_t begin = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  if (!text.substr(begin).starts_with("<?xml ")) return begin;
  const std::size_t end = text.find("?>", begin);
  return end == kNone ? text.size() : end + 2;
}

}  // namespace

// Without comments, literal sections and instructions, which no program writes there, “<” begins a
// tag wherever it stands, and these words are the tags that they seem to be.
std::optional<SheetPart::Rows> SheetPart::FindRows(std::string_view text) {
  const std::size_t second = EndOfDeclaration(text) + 1;
  for (const char mark : {'!', '?'}) {
    for (auto at = text.find(mark, second); at != kNone; at = text.find(mark, at + 1)) {
      if (text[at - 1] == '<') return {};
    }
  }
  const std::size_t begin = text.find(kBegin);
  if (begin == kNone) return {};
  // Many times as fast as find, which halts at every tag.
  const std::boyer_moore_horspool_searcher end_tag(kEnd.begin(), kEnd.end());
  const auto* const end = std::search(text.begin() + begin, text.end(), end_tag);
  if (end == text.end()) return {};
  return Rows{begin + kBegin.size(), static_cast<std::size_t>(end - text.begin())};
}

Result<SheetPart> SheetPart::Open(std::string_view file_name, std::string text) {
  const std::optional<Rows> rows = FindRows(text);
  if (rows) {
    KAOPING_TRY(Xml frame,
                Xml::Parse(file_name, text.substr(0, rows->begin) + text.substr(rows->end)));
    if (Child(frame.root(), "sheetData")) {
      SheetPart part(std::move(frame));
      part.file_name_ = file_name;
      part.text_ = std::move(text);
      part.rows_ = *rows;
      return part;
    }
  }
  KAOPING_TRY(Xml frame, Xml::Parse(file_name, std::move(text)));
  SheetPart part(std::move(frame));
  part.is_whole_ = true;
  return part;
}

Result<pugi::xml_node> SheetPart::NextRows() {
  if (std::exchange(is_whole_, false)) return Child(root(), "sheetData");
  if (rows_.begin == rows_.end) return pugi::xml_node();
  const std::string_view left =
      std::string_view(text_).substr(rows_.begin, rows_.end - rows_.begin);
  const std::size_t last = left.find(kEndOfRow, kAtOnce);
  const std::size_t size = last == kNone ? left.size() : last + kEndOfRow.size();
  const std::string_view some = left.substr(0, size);
  if (HasTooManyMarks(some)) return UnpackedTooLarge(file_name_);
  // Behind a null character pugixml would see nothing.
  if (FirstInvalidUtf8(some) || some.find('\0') != kNone) return DamagedFile(file_name_);
  constexpr unsigned kOptions = kParseOptions | pugi::parse_fragment | pugi::parse_embed_pcdata;
  if (!some_->load_buffer_inplace(text_.data() + rows_.begin, size, kOptions,
                                  pugi::encoding_utf8)) {
    return DamagedFile(file_name_);
  }
  rows_.begin += size;
  return *some_;
}

}  // namespace kaoping::document
