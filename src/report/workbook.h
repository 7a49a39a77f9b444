// Workbook: a table as an Excel file, as offices pass them on.

#ifndef KAOPING_REPORT_WORKBOOK_H_
#define KAOPING_REPORT_WORKBOOK_H_

#include <string>
#include <variant>
#include <vector>

#include "base/result.h"

namespace kaoping::report {

struct Sheet {
  struct Column {
    std::string title;
    double width = 10;  // in characters
  };
  using Cell = std::variant<std::string, int>;

  std::string name;   // of the sheet: at most 31 characters
  std::string title;  // over the table, across all columns
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;  // a cell for each column
};

// The bytes of an .xlsx of one sheet, for A4 across, whose head stands on each page. Whatever a
// text begins with, it stays a text: none becomes a formula or a link. kUnavailable `report-failed`
// where no temporary file could be written.
Result<std::string> WriteWorkbook(const Sheet& sheet);

}  // namespace kaoping::report

#endif  // KAOPING_REPORT_WORKBOOK_H_
