#include "document/ofd_page.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "document/layout_path.h"
#include "text/blank.h"

namespace kaoping::document {
namespace {

constexpr double kPointsOfMillimetre = 72 / 25.4;

std::string_view Value(const pugi::xml_node& node, std::string_view name) {
  const char* const value = Attribute(node, name);
  return value == nullptr ? "" : value;
}

double Number(const pugi::xml_node& node, std::string_view name, double otherwise) {
  const std::vector<double> numbers = ReadNumbers(Value(node, name));
  return numbers.empty() ? otherwise : numbers.front();
}

// From millimetres of the page to points.
constexpr Matrix kPage{kPointsOfMillimetre, 0, 0, kPointsOfMillimetre, 0, 0};

// From the units of an object, which begin at its boundary, to points of the page; `outer` leads
// there from what holds the object.
Matrix MatrixOf(const pugi::xml_node& object, const Matrix& outer) {
  const std::vector<double> boundary = ReadNumbers(Value(object, "Boundary"));
  Matrix place;
  if (boundary.size() == 4) {
    place.e = boundary[0];
    place.f = boundary[1];
  }
  return outer.After(place).After(ReadMatrix(Value(object, "CTM")));
}

// The steps between characters: “3.5 g 4 2 3.5” is 3.5 2 2 2 2 3.5. Never more than `most`.
std::vector<double> ReadSteps(std::string_view text, std::size_t most) {
  std::vector<double> steps;
  while (!text.empty() && steps.size() < most) {
    const auto group = text.find('g');
    for (const double step : ReadNumbers(text.substr(0, group))) {
      if (steps.size() < most) steps.push_back(step);
    }
    if (group == std::string_view::npos) break;
    text.remove_prefix(group + 1);
    const std::vector<double> numbers = ReadNumbers(text.substr(0, text.find('g')));
    if (numbers.size() < 2) break;
    const auto count = static_cast<std::size_t>(std::clamp(numbers[0], 0.0, 1e5));
    steps.insert(steps.end(), std::min(count, most - steps.size()), numbers[1]);
    for (std::size_t i = 2; i < numbers.size() && steps.size() < most; ++i) {
      steps.push_back(numbers[i]);
    }
    const auto next = text.find('g');
    if (next == std::string_view::npos) break;
    text.remove_prefix(next);
  }
  return steps;
}

bool IsNarrow(char32_t c) { return c < 0x2000; }

// Puts characters together to words while they touch.
class WordMaker {
 public:
  WordMaker(const Matrix& matrix, double size, Page& page)
      : matrix_(matrix), size_(size * std::sqrt(matrix.Scale())), page_(page) {}

  // A character whose base line begins here; the next one is `step` further, 0 if that is unknown.
  void Add(char32_t c, double x, double y, double step) {
    const double at = matrix_.X(x, y);
    const double base = matrix_.Y(x, y);
    double width = size_ * (IsNarrow(c) ? 0.5 : 1.0);
    // What is set further apart than letters are wide has a gap.
    const double moved = std::abs(matrix_.X(x + step, y) - at);
    if (moved > 0 && moved < size_ * (IsNarrow(c) ? 0.95 : 1.2)) width = moved;
    if (IsBlank(c) || c < 0x20 || c == 0x7F) {
      End();
      return;
    }
    const bool touches = !word_.text.empty() && std::abs(at - word_.box.right) < 0.1 * size_ &&
                         std::abs(base - base_) < 0.3 * size_;
    if (!touches) End();
    // As high as fonts are: 1.3 of their size.
    const Box box{at, base - size_, at + width, base + 0.3 * size_};
    if (word_.text.empty()) word_.box = box;
    word_.box.Add(box);
    base_ = base;
    AppendUtf8(c, word_.text);
  }

  void End() {
    if (!word_.text.empty()) page_.words.push_back(std::move(word_));
    word_ = {};
  }

 private:
  Matrix matrix_;
  double size_;  // in points
  Page& page_;
  Word word_;
  double base_ = 0;
};

void AddText(const pugi::xml_node& object, const Matrix& outer, Page& page) {
  const double size = Number(object, "Size", 0);
  if (size <= 0) return;
  WordMaker words(MatrixOf(object, outer), size, page);
  double x = 0;
  double y = 0;
  for (const pugi::xml_node& code : object.children()) {
    if (LocalName(code) != "TextCode" || page.words.size() > kMostWords) continue;
    x = Number(code, "X", x);
    y = Number(code, "Y", y);
    std::string content;
    AppendText(code, content);
    const std::u32string text = DecodeUtf8(content);
    const std::vector<double> steps = ReadSteps(Value(code, "DeltaX"), text.size());
    const std::vector<double> drops = ReadSteps(Value(code, "DeltaY"), text.size());
    double at_x = x;
    double at_y = y;
    for (std::size_t i = 0; i < text.size(); ++i) {
      double step = i < steps.size() ? steps[i] : 0;
      const double drop = i < drops.size() ? drops[i] : 0;
      words.Add(text[i], at_x, at_y, step);
      // Without steps, characters stand as wide as they are.
      if (steps.empty() && drops.empty()) step = size * (IsNarrow(text[i]) ? 0.5 : 1.0);
      at_x += step;
      at_y += drop;
    }
    words.End();
  }
}

bool IsWhite(const pugi::xml_node& colour) {
  const std::vector<double> parts = ReadNumbers(Value(colour, "Value"));
  return parts.size() == 3 &&
         std::all_of(parts.begin(), parts.end(), [](double part) { return part >= 255; });
}

void AddPath(const pugi::xml_node& object, const Matrix& outer, Page& page) {
  const bool is_stroked =
      Value(object, "Stroke") != "false" && !IsWhite(Child(object, "StrokeColor"));
  const bool is_filled = Value(object, "Fill") == "true" && !IsWhite(Child(object, "FillColor"));
  AddRules(Child(object, "AbbreviatedData").text().get(), MatrixOf(object, outer),
           {is_stroked, is_filled}, page.rules);
}

void AddPicture(const pugi::xml_node& object, const Matrix& outer, Page& page) {
  const std::vector<double> boundary = ReadNumbers(Value(object, "Boundary"));
  if (boundary.size() != 4) return;
  const double area = boundary[2] * boundary[3] * outer.Scale();
  page.has_large_picture = page.has_large_picture || area > page.width * page.height / 2;
}

// Adds what a page or a composite graphic shows.
class ContentReader {
 public:
  ContentReader(OfdUnits& units, Page& page) : units_(units), page_(page) {}

  Status Add(const pugi::xml_node& content, const Matrix& outer, int depth) {
    for (const pugi::xml_node& object : content.children()) {
      const std::string_view name = LocalName(object);
      if (Value(object, "Visible") == "false") continue;
      if (name == "Layer" || name == "PageBlock") {
        KAOPING_TRY_STATUS(Add(object, outer, depth));
      }
      if (name == "CompositeObject") KAOPING_TRY_STATUS(AddUnit(object, outer, depth));
      if (name == "TextObject") AddText(object, outer, page_);
      if (name == "PathObject") AddPath(object, outer, page_);
      if (name == "ImageObject") AddPicture(object, outer, page_);
    }
    return Ok();
  }

 private:
  Status AddUnit(const pugi::xml_node& object, const Matrix& outer, int depth) {
    const Matrix matrix = MatrixOf(object, outer);
    KAOPING_TRY(const pugi::xml_node unit,
                units_.Find(std::string(Value(object, "ResourceID")), depth));
    return Add(unit, matrix, depth + 1);
  }

  OfdUnits& units_;
  Page& page_;
};

}  // namespace

void ReadPhysicalBox(const pugi::xml_node& area, Page& page) {
  const std::vector<double> box = ReadNumbers(Child(area, "PhysicalBox").text().get());
  if (box.size() != 4) return;
  page.width = box[2] * kPointsOfMillimetre;
  page.height = box[3] * kPointsOfMillimetre;
}

Status AddOfdContent(const pugi::xml_node& content, OfdUnits& units, Page& page) {
  return ContentReader(units, page).Add(content, kPage, 0);
}

}  // namespace kaoping::document
