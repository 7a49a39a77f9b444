#include "document/layout_path.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <system_error>

namespace kaoping::document {
namespace {

constexpr double kFurthest = 1e6;
// In points: how much a stroke may slant, and how thick it may be where it is filled.
constexpr double kSlant = 1;
constexpr double kThickest = 3;

struct Point {
  double x = 0;
  double y = 0;
};

// The straight parts of a path between two moves.
class Subpath {
 public:
  explicit Subpath(Point start) : points_{start} {}

  void LineTo(Point point) { points_.push_back(point); }
  void CurveTo(Point point) {
    is_curved_ = true;
    curve_ends_.push_back(points_.size());
    points_.push_back(point);
  }

  void AddStrokes(std::vector<Box>& rules) const {
    for (std::size_t i = 1; i < points_.size(); ++i) {
      if (std::binary_search(curve_ends_.begin(), curve_ends_.end(), i)) continue;
      const Box box = BoxOf({points_[i - 1], points_[i]});
      if (std::min(box.Width(), box.Height()) <= kSlant) AddRule(box, rules);
    }
  }

  void AddThinFill(std::vector<Box>& rules) const {
    if (is_curved_ || points_.size() < 4) return;
    const Box box = BoxOf(points_);
    if (std::min(box.Width(), box.Height()) > kThickest) return;
    if (box.Width() > box.Height()) {
      AddRule({box.left, box.MiddleY(), box.right, box.MiddleY()}, rules);
    } else {
      AddRule({box.MiddleX(), box.top, box.MiddleX(), box.bottom}, rules);
    }
  }

  Point start() const { return points_.front(); }

 private:
  // Matrices within matrices may grow without bound; what has no place is no rule.
  static void AddRule(const Box& box, std::vector<Box>& rules) {
    if (std::isfinite(box.Width()) && std::isfinite(box.Height())) rules.push_back(box);
  }

  static Box BoxOf(const std::vector<Point>& points) {
    Box box{points.front().x, points.front().y, points.front().x, points.front().y};
    for (const Point& point : points) box.Add({point.x, point.y, point.x, point.y});
    return box;
  }

  std::vector<Point> points_;
  bool is_curved_ = false;
  std::vector<std::size_t> curve_ends_;
};

bool IsLetter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

}  // namespace

double Matrix::Scale() const { return std::abs(a * d - b * c); }

Matrix Matrix::After(const Matrix& inner) const {
  return {a * inner.a + c * inner.b, b * inner.a + d * inner.b, a * inner.c + c * inner.d,
          b * inner.c + d * inner.d, X(inner.e, inner.f),       Y(inner.e, inner.f)};
}

std::vector<double> ReadNumbers(std::string_view text) {
  std::vector<double> numbers;
  while (true) {
    const auto begin = text.find_first_not_of(" \t\r\n,");
    if (begin == std::string_view::npos) return numbers;
    text.remove_prefix(begin);
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || !std::isfinite(number)) return numbers;
    numbers.push_back(std::clamp(number, -kFurthest, kFurthest));
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  }
}

Matrix ReadMatrix(std::string_view text) {
  const std::vector<double> n = ReadNumbers(text);
  return n.size() == 6 ? Matrix{n[0], n[1], n[2], n[3], n[4], n[5]} : Matrix{};
}

void AddRules(std::string_view path, const Matrix& matrix, Drawing drawing,
              std::vector<Box>& rules) {
  std::vector<Subpath> subpaths;
  while (true) {
    const auto* const command = std::find_if(path.begin(), path.end(), &IsLetter);
    if (command == path.end()) break;
    path.remove_prefix(static_cast<std::size_t>(command - path.begin()) + 1);
    const std::vector<double> numbers = ReadNumbers(path);
    const auto point = [&](std::size_t at) {
      return Point{matrix.X(numbers[at], numbers[at + 1]), matrix.Y(numbers[at], numbers[at + 1])};
    };
    const bool closes = *command == 'Z' || *command == 'z' || (*command == 'C' && numbers.empty());
    if (closes) {
      if (!subpaths.empty()) subpaths.back().LineTo(subpaths.back().start());
    } else if (numbers.size() < 2) {
      continue;
    } else if (*command == 'M' || *command == 'S' || subpaths.empty()) {
      subpaths.emplace_back(point(0));
    } else if (*command == 'L') {
      for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) subpaths.back().LineTo(point(i));
    } else {
      subpaths.back().CurveTo(point(numbers.size() - 2));
    }
  }
  for (const Subpath& subpath : subpaths) {
    if (rules.size() > kMostRules) return;
    if (drawing.is_stroked) subpath.AddStrokes(rules);
    if (drawing.is_filled) subpath.AddThinFill(rules);
  }
}

}  // namespace kaoping::document
