#include "document/pdf_text.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "document/layout_path.h"
#include "document/office_errors.h"
#include "document/xml.h"
#include "text/blank.h"

namespace kaoping::document {
namespace {

double Number(const pugi::xml_node& node, std::string_view name) {
  const char* const value = Attribute(node, name);
  const std::vector<double> numbers = ReadNumbers(value == nullptr ? "" : value);
  return numbers.empty() ? 0 : numbers.front();
}

void AddWords(const pugi::xml_node& node, Page& page) {
  for (const pugi::xml_node& child : node.children()) {
    if (LocalName(child) != "word") {
      AddWords(child, page);
      continue;
    }
    std::string content;
    AppendText(child, content);
    std::string text(TrimBlanks(content));
    const Box box{Number(child, "xMin"), Number(child, "yMin"), Number(child, "xMax"),
                  Number(child, "yMax")};
    if (text.empty() || box.Width() <= 0 || box.Height() <= 0) continue;
    page.words.push_back({box, std::move(text)});
  }
}

// What an element's attribute or its style says: stroke="none", style="stroke:none;".
std::string_view Property(const pugi::xml_node& node, std::string_view name) {
  if (const char* const value = Attribute(node, name)) return value;
  const char* const style = Attribute(node, "style");
  std::string_view rest = style == nullptr ? "" : style;
  while (!rest.empty()) {
    const std::string_view item = rest.substr(0, rest.find(';'));
    rest.remove_prefix(std::min(rest.size(), item.size() + 1));
    const auto colon = item.find(':');
    if (colon != std::string_view::npos && item.substr(0, colon) == name) {
      return item.substr(colon + 1);
    }
  }
  return "";
}

// Whether it is drawn in a colour that can be seen on white paper.
bool IsSeen(std::string_view paint) {
  return !paint.empty() && paint != "none" && paint != "rgb(100%,100%,100%)" &&
         paint != "rgb(100%, 100%, 100%)" && paint != "white";
}

Matrix TransformOf(const pugi::xml_node& node) {
  const char* const value = Attribute(node, "transform");
  std::string_view text = value == nullptr ? "" : value;
  constexpr std::string_view kMatrix = "matrix(";
  return text.starts_with(kMatrix) ? ReadMatrix(text.substr(kMatrix.size())) : Matrix{};
}

void AddPicture(const pugi::xml_node& node, const Matrix& matrix, Page& page) {
  const double width = Number(node, "width");
  const double height = Number(node, "height");
  const double area = width * height * matrix.Scale();
  page.has_large_picture = page.has_large_picture || area > page.width * page.height / 2;
}

void AddDrawing(const pugi::xml_node& node, const Matrix& outer, Page& page) {
  for (const pugi::xml_node& child : node.children()) {
    const std::string_view name = LocalName(child);
    const Matrix matrix = outer.After(TransformOf(child));
    if (name == "g") {
      AddDrawing(child, matrix, page);
    } else if (name == "path") {
      const char* const path = Attribute(child, "d");
      const Drawing drawing{IsSeen(Property(child, "stroke")), IsSeen(Property(child, "fill"))};
      if (path != nullptr) AddRules(path, matrix, drawing, page.rules);
    } else if (name == "image") {
      AddPicture(child, matrix, page);
    }
  }
}

}  // namespace

Result<std::vector<Page>> ReadPdfWords(std::string_view file_name, std::string_view words) {
  // What stands around it has a document type, and the file's own title.
  constexpr std::string_view kBegin = "<doc>";
  constexpr std::string_view kEnd = "</doc>";
  const auto begin = words.find(kBegin);
  const auto end = words.rfind(kEnd);
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) {
    return DamagedFile(file_name);
  }
  KAOPING_TRY(const Xml xml,
              Xml::Parse(file_name, WellFormed(words.substr(begin, end + kEnd.size() - begin))));
  std::vector<Page> pages;
  for (const pugi::xml_node& node : xml.root().children()) {
    if (LocalName(node) != "page") continue;
    Page& page = pages.emplace_back();
    page.width = Number(node, "width");
    page.height = Number(node, "height");
    AddWords(node, page);
  }
  return pages;
}

void TurnPdfPages(std::string_view sizes, std::vector<Page>& pages) {
  constexpr std::string_view kPage = "Page ";
  constexpr std::string_view kTurn = " rot:";
  std::vector<double> turns(pages.size());
  while (!sizes.empty()) {
    const std::string_view line = sizes.substr(0, sizes.find('\n'));
    sizes.remove_prefix(std::min(sizes.size(), line.size() + 1));
    const auto turn = line.find(kTurn, kPage.size());
    if (!line.starts_with(kPage) || turn == std::string_view::npos) continue;
    const std::vector<double> number = ReadNumbers(line.substr(0, turn).substr(kPage.size()));
    const std::vector<double> degrees = ReadNumbers(line.substr(turn + kTurn.size()));
    if (number.size() != 1 || degrees.size() != 1) continue;
    if (number[0] < 1 || number[0] > static_cast<double>(pages.size())) continue;
    // What pdfinfo tells of pages stands behind what the file says of itself: a title may have
    // lines that look like these.
    turns[static_cast<std::size_t>(number[0]) - 1] = degrees[0];
  }
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (turns[i] == 90 || turns[i] == 270) std::swap(pages[i].width, pages[i].height);
  }
}

void AddPdfDrawing(std::string_view file_name, std::string drawing, std::vector<Page>& pages) {
  if (pages.empty()) return;
  const Result<Xml> xml = Xml::Parse(file_name, std::move(drawing));
  if (!xml) return;
  const pugi::xml_node set = Child(xml->root(), "pageSet");
  if (!set) {
    if (pages.size() == 1) AddDrawing(xml->root(), Matrix{}, pages.front());
    return;
  }
  std::size_t number = 0;
  for (const pugi::xml_node& node : set.children()) {
    if (LocalName(node) == "page" && number < pages.size()) {
      AddDrawing(node, Matrix{}, pages[number++]);
    }
  }
}

}  // namespace kaoping::document
