#include "report/workbook.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <string>

namespace kaoping::report {
namespace {

Sheet Small() {
  Sheet sheet;
  sheet.name = "目录";
  sheet.title = "目录";
  sheet.columns = {{"序号", 6}, {"名称", 20}};
  sheet.rows = {{1, "=1+1"}};
  return sheet;
}

TEST(WorkbookTest, IsAnArchive) {
  const auto bytes = WriteWorkbook(Small());
  ASSERT_TRUE(bytes);
  EXPECT_TRUE(bytes->starts_with("PK\3\4"));
}

TEST(WorkbookTest, LongTextsAreCut) {
  Sheet sheet = Small();
  sheet.rows[0][1] = std::string(100'000, 'x');
  EXPECT_TRUE(WriteWorkbook(sheet));
}

TEST(WorkbookTest, FolderThatMayNotBeWrittenIsTold) {
  ::setenv("TMPDIR", "/no/such/folder", 1);
  const auto bytes = WriteWorkbook(Small());
  ::unsetenv("TMPDIR");
  ASSERT_FALSE(bytes);
  EXPECT_EQ(bytes.error().code, "report-failed");
}

}  // namespace
}  // namespace kaoping::report
