#include "document/layout_path.h"

#include <gmock/gmock.h>

#include <string_view>
#include <vector>

namespace kaoping::document {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<Box> RulesOf(std::string_view path, const Matrix& matrix = {}) {
  std::vector<Box> rules;
  AddRules(path, matrix, {true, true}, rules);
  return rules;
}

TEST(LayoutPath, StrokesAlongAnAxisAreRules) {
  EXPECT_THAT(RulesOf("M 0 0 L 100 0 L 100 50"), SizeIs(2));
  EXPECT_THAT(RulesOf("M 0 0 L 100 50"), IsEmpty());
}

TEST(LayoutPath, WhatMatricesTakeBeyondAllBoundsIsNoRule) {
  Matrix matrix;
  const Matrix larger{1e6, 0, 0, 1, 0, 0};
  for (int i = 0; i < 60; ++i) matrix = matrix.After(larger);
  EXPECT_THAT(RulesOf("M 1 0 L 100 0", matrix), IsEmpty());
  EXPECT_THAT(RulesOf("M 1 0 L 1 2 L 100 2 L 100 0", matrix), IsEmpty());
  matrix = Matrix{1, 0, 0, 1e300, 0, 0}.After(Matrix{1, 0, 0, 1e300, 0, 0});
  EXPECT_THAT(RulesOf("M 1 1 L 1 100", matrix), IsEmpty());
}

}  // namespace
}  // namespace kaoping::document
