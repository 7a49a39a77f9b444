// Private to document/: the lines that a page draws → its ruling lines. Shared by .pdf and .ofd.

#ifndef KAOPING_DOCUMENT_LAYOUT_PATH_H_
#define KAOPING_DOCUMENT_LAYOUT_PATH_H_

#include <string_view>
#include <vector>

#include "document/layout.h"

namespace kaoping::document {

// x' = a x + c y + e, y' = b x + d y + f.
struct Matrix {
  double a = 1;
  double b = 0;
  double c = 0;
  double d = 1;
  double e = 0;
  double f = 0;

  double X(double x, double y) const { return a * x + c * y + e; }
  double Y(double x, double y) const { return b * x + d * y + f; }
  // How many times as large an area becomes.
  double Scale() const;
  // First `inner`, then this one.
  Matrix After(const Matrix& inner) const;
};

// The numbers of a text, apart by blanks or commas; what is no number ends them. None is infinite
// or beyond a million.
std::vector<double> ReadNumbers(std::string_view text);

// The numbers as a matrix; the identity if there are not six.
Matrix ReadMatrix(std::string_view text);

struct Drawing {
  bool is_stroked = false;
  bool is_filled = false;
};

// Adds the straight strokes of a path along an axis, and the filled rectangles that are as thin as
// strokes. Commands are letters before their numbers, as SVG and GB/T 33190 both write them: M and
// S move, L draws a line, Z and a C without numbers close, others draw curves to their last point.
void AddRules(std::string_view path, const Matrix& matrix, Drawing drawing,
              std::vector<Box>& rules);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_LAYOUT_PATH_H_
