#include "document/html_reader.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "document/builder.h"
#include "document/html_table.h"
#include "document/html_tree.h"
#include "document/number_format.h"
#include "document/office_errors.h"
#include "document/xml.h"
#include "text/blank.h"

namespace kaoping::document {
namespace {

template <std::size_t kSize>
bool IsOneOf(GumboTag tag, const std::array<GumboTag, kSize>& tags) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

bool IsLeftOut(const GumboNode& element) {
  static constexpr std::array kTags = {
      GUMBO_TAG_HEAD,     GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,  GUMBO_TAG_NAV,     GUMBO_TAG_TEMPLATE,
      GUMBO_TAG_NOSCRIPT, GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT, GUMBO_TAG_SVG,     GUMBO_TAG_TEXTAREA,
      GUMBO_TAG_SELECT,   GUMBO_TAG_BUTTON, GUMBO_TAG_AUDIO,  GUMBO_TAG_VIDEO,   GUMBO_TAG_CANVAS,
      GUMBO_TAG_RT,       GUMBO_TAG_RP,     GUMBO_TAG_TITLE,  GUMBO_TAG_DATALIST};
  return IsOneOf(TagOf(element), kTags) || IsHidden(element);
}

// Whether the element stands for itself, on lines of its own.
bool IsBlock(GumboTag tag) {
  static constexpr std::array kTags = {
      GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE,  GUMBO_TAG_ASIDE,   GUMBO_TAG_BLOCKQUOTE,
      GUMBO_TAG_BR,      GUMBO_TAG_CAPTION,  GUMBO_TAG_CENTER,  GUMBO_TAG_DD,
      GUMBO_TAG_DETAILS, GUMBO_TAG_DIR,      GUMBO_TAG_DIV,     GUMBO_TAG_DL,
      GUMBO_TAG_DT,      GUMBO_TAG_FIELDSET, GUMBO_TAG_FIGURE,  GUMBO_TAG_FIGCAPTION,
      GUMBO_TAG_FOOTER,  GUMBO_TAG_FORM,     GUMBO_TAG_H1,      GUMBO_TAG_H2,
      GUMBO_TAG_H3,      GUMBO_TAG_H4,       GUMBO_TAG_H5,      GUMBO_TAG_H6,
      GUMBO_TAG_HEADER,  GUMBO_TAG_HGROUP,   GUMBO_TAG_HR,      GUMBO_TAG_LEGEND,
      GUMBO_TAG_LI,      GUMBO_TAG_MAIN,     GUMBO_TAG_MENU,    GUMBO_TAG_OL,
      GUMBO_TAG_P,       GUMBO_TAG_PRE,      GUMBO_TAG_SECTION, GUMBO_TAG_SUMMARY,
      GUMBO_TAG_UL,      GUMBO_TAG_TABLE,    GUMBO_TAG_TR,      GUMBO_TAG_TD,
      GUMBO_TAG_TH};
  return IsOneOf(tag, kTags);
}

bool HasNoMarker(const GumboNode& element) {
  const std::string style = StyleOf(element);
  return style.find("list-style:none") != std::string::npos ||
         style.find("list-style-type:none") != std::string::npos;
}

// The number before an item of an ordered list.
std::string MarkerOf(const GumboNode& list, int number) {
  const char* const type = HtmlAttribute(list, "type");
  const std::string_view name = type == nullptr ? "1" : type;
  const std::string_view format = name == "a"   ? "lowerLetter"
                                  : name == "A" ? "upperLetter"
                                  : name == "i" ? "lowerRoman"
                                  : name == "I" ? "upperRoman"
                                                : "decimal";
  return FormatNumber(format, number) + ".";
}

// The words of a paragraph, while they are gathered; blanks between them run together.
class Words {
 public:
  void Add(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const auto byte = static_cast<unsigned char>(text[i]);
      if (text.substr(i).starts_with("\u00A0")) {
        has_blank_ = true;
        ++i;
      } else if (byte == '\n') {
        has_break_ = true;
      } else if (byte == ' ' || byte == '\t' || byte == '\r' || byte == '\f') {
        has_blank_ = true;
      } else if (byte > ' ' && byte != 0x7F) {
        AddByte(text[i]);
      }
    }
  }

  std::string Take() {
    has_blank_ = has_break_ = false;
    return std::exchange(text_, {});
  }

 private:
  static bool IsAscii(char c) { return static_cast<unsigned char>(c) < 0x80; }

  // A line break alone between two characters that are not of ASCII only serves the page's author.
  void AddByte(char c) {
    const bool is_torn = !text_.empty() && !IsAscii(text_.back()) && !IsAscii(c);
    if (!text_.empty() && (has_blank_ || (has_break_ && !is_torn))) text_ += ' ';
    has_blank_ = has_break_ = false;
    text_ += c;
  }

  std::string text_;
  bool has_blank_ = false;
  bool has_break_ = false;
};

// No list is longer.
constexpr int kLastNumber = 9'999;

// Recursive: HtmlTree has no element deeper than kDeepest.
class HtmlReader {
 public:
  explicit HtmlReader(std::string_view file_name) : builder_(file_name) {}

  // What stands in the element becomes blocks; if a cell is under way, its words.
  Status ReadChildren(const GumboNode& element) {
    int number = TagOf(element) == GUMBO_TAG_OL ? HtmlNumber(element, "start", 1) : 0;
    for (const GumboNode* const child : ChildrenOf(element)) {
      if (TagOf(*child) == GUMBO_TAG_LI && TagOf(element) == GUMBO_TAG_OL) {
        number = std::clamp(HtmlNumber(*child, "value", number), 0, kLastNumber);
        KAOPING_TRY_STATUS(Flush());
        if (!HasNoMarker(element) && !HasNoMarker(*child)) marker_ = MarkerOf(element, number);
        ++number;
      }
      KAOPING_TRY_STATUS(Read(*child));
    }
    return Ok();
  }

  Result<std::vector<Block>> Take() {
    KAOPING_TRY_STATUS(Flush());
    return builder_.Take();
  }

 private:
  Status Read(const GumboNode& node) {
    if (!IsElement(node)) return ReadWords(node);
    if (IsLeftOut(node)) return Ok();
    const GumboTag tag = TagOf(node);
    if (!IsBlock(tag)) return ReadChildren(node);
    KAOPING_TRY_STATUS(Flush());
    if (tag == GUMBO_TAG_TABLE) return ReadTable(node);
    const bool was_preformatted = is_preformatted_;
    is_preformatted_ = is_preformatted_ || tag == GUMBO_TAG_PRE;
    KAOPING_TRY_STATUS(ReadChildren(node));
    is_preformatted_ = was_preformatted;
    KAOPING_TRY_STATUS(Flush());
    if (tag == GUMBO_TAG_LI) marker_.clear();
    return Ok();
  }

  Status ReadWords(const GumboNode& node) {
    if (node.type == GUMBO_NODE_COMMENT || node.type == GUMBO_NODE_DOCUMENT) return Ok();
    const std::string text = WellFormed(node.v.text.text);
    if (!is_preformatted_) {
      words_.Add(text);
      return Ok();
    }
    std::string_view rest = text;
    for (auto end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
      words_.Add(rest.substr(0, end));
      KAOPING_TRY_STATUS(Flush());
      rest.remove_prefix(end + 1);
    }
    words_.Add(rest);
    return Ok();
  }

  // Ends the paragraph under way.
  Status Flush() {
    const std::string text = words_.Take();
    const std::string_view trimmed = TrimBlanks(text);
    if (trimmed.empty()) return Ok();
    const std::string words = std::exchange(marker_, {}) + std::string(trimmed);
    if (cell_ == nullptr) return builder_.AddParagraph(words);
    *cell_ += words + '\n';
    return Ok();
  }

  Status ReadTable(const GumboNode& table) {
    for (const GumboNode* const child : ChildrenOf(table)) {
      if (TagOf(*child) == GUMBO_TAG_CAPTION) KAOPING_TRY_STATUS(Read(*child));
    }
    const HtmlGrid grid = ReadHtmlGrid(table);
    if (cell_ != nullptr || IsLayout(table, grid)) {
      for (const HtmlCell& cell : grid.cells) KAOPING_TRY_STATUS(Read(*cell.node));
      return Ok();
    }
    KAOPING_TRY_STATUS(builder_.CountCells(grid.cells.size()));
    Table read;
    read.rows = grid.rows;
    read.columns = grid.columns;
    for (const HtmlCell& cell : grid.cells) {
      std::string lines;
      cell_ = &lines;
      const Status status = Read(*cell.node);
      cell_ = nullptr;
      KAOPING_TRY_STATUS(status);
      KAOPING_TRY_STATUS(builder_.CheckLength(cell.row, cell.column, lines.size()));
      read.cells.push_back(
          {cell.row, cell.column, cell.row_span, cell.column_span, LinesWithWords(lines)});
    }
    builder_.AddTable(std::move(read));
    return Ok();
  }

  Builder builder_;
  Words words_;
  std::string marker_;           // of the item whose words are to come
  std::string* cell_ = nullptr;  // the lines of the cell under way
  bool is_preformatted_ = false;
};

}  // namespace

Result<std::vector<Block>> ReadHtml(std::string_view file_name, std::string_view text) {
  KAOPING_TRY(const HtmlTree tree, HtmlTree::Parse(file_name, std::string(text)));
  HtmlReader reader(file_name);
  KAOPING_TRY_STATUS(reader.ReadChildren(tree.root()));
  KAOPING_TRY(std::vector<Block> blocks, reader.Take());
  if (blocks.empty()) return WithoutWords(file_name);
  return blocks;
}

}  // namespace kaoping::document
