#include "report/workbook.h"

#include <unistd.h>
#include <xlsxwriter.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "base/check.h"
#include "base/utf8.h"

namespace kaoping::report {
namespace {

constexpr std::size_t kLongestCell = 32'000;  // Excel takes 32 767 characters
constexpr double kTitleSize = 16;
constexpr lxw_row_t kHeadRow = 1;

Error Failed() {
  return MakeError(ErrorKind::kUnavailable, "report-failed",
                   Say("表格没能写成：临时文件夹不可写或已满；请检查磁盘后再试",
                       "the workbook could not be written: the temporary folder is full or may not "
                       "be written; check the disk and try again"));
}

// A name of a file that is gone with it. libxlsxwriter writes to names alone.
class TemporaryFile {
 public:
  TemporaryFile() {
    std::error_code error;
    const auto folder = std::filesystem::temp_directory_path(error);
    if (error) return;
    path_ = folder.string() + "/kaoping-XXXXXX";
    const int descriptor = ::mkstemp(path_.data());
    is_there_ = descriptor >= 0;
    if (is_there_) ::close(descriptor);
  }
  ~TemporaryFile() {
    if (is_there_) ::unlink(path_.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  bool is_there() const { return is_there_; }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
  bool is_there_ = false;
};

struct Formats {
  explicit Formats(lxw_workbook* book)
      : title(workbook_add_format(book)),
        head(workbook_add_format(book)),
        cell(workbook_add_format(book)) {
    format_set_font_size(title, kTitleSize);
    format_set_align(title, LXW_ALIGN_CENTER);
    for (lxw_format* const format : {head, cell}) {
      format_set_border(format, LXW_BORDER_THIN);
      format_set_text_wrap(format);
      format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    }
    format_set_bold(head);
    format_set_align(head, LXW_ALIGN_CENTER);
  }
  lxw_format* title;
  lxw_format* head;
  lxw_format* cell;
};

void Fill(lxw_worksheet* page, const Sheet& sheet, const Formats& formats) {
  const auto last = static_cast<lxw_col_t>(sheet.columns.size() - 1);
  worksheet_merge_range(page, 0, 0, 0, last, sheet.title.c_str(), formats.title);
  for (lxw_col_t column = 0; column <= last; ++column) {
    worksheet_set_column(page, column, column, sheet.columns[column].width, nullptr);
    worksheet_write_string(page, kHeadRow, column, sheet.columns[column].title.c_str(),
                           formats.head);
  }
  lxw_row_t row = kHeadRow;
  for (const std::vector<Sheet::Cell>& cells : sheet.rows) {
    ++row;
    KAOPING_CHECK(cells.size() == sheet.columns.size());
    for (lxw_col_t column = 0; column <= last; ++column) {
      const Sheet::Cell& cell = cells[column];
      if (const int* const number = std::get_if<int>(&cell)) {
        worksheet_write_number(page, row, column, *number, formats.cell);
        continue;
      }
      const std::string text = BeginningOf(std::get<std::string>(cell), kLongestCell);
      worksheet_write_string(page, row, column, text.c_str(), formats.cell);
    }
  }
  worksheet_freeze_panes(page, kHeadRow + 1, 0);
  worksheet_repeat_rows(page, kHeadRow, kHeadRow);
  worksheet_set_landscape(page);
  worksheet_set_paper(page, 9);  // A4
  worksheet_fit_to_pages(page, 1, 0);
  worksheet_set_footer(page, "&C&P / &N");
}

}  // namespace

Result<std::string> WriteWorkbook(const Sheet& sheet) {
  KAOPING_CHECK(!sheet.columns.empty());
  const TemporaryFile file;
  if (!file.is_there()) return Failed();
  lxw_workbook* const book = workbook_new(file.path().c_str());
  if (book == nullptr) return Failed();
  const Formats formats(book);
  lxw_worksheet* const page = workbook_add_worksheet(book, sheet.name.c_str());
  if (page != nullptr) Fill(page, sheet, formats);
  // Frees everything, written or not.
  if (workbook_close(book) != LXW_NO_ERROR || page == nullptr) return Failed();
  std::ifstream stream(file.path(), std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  if (!stream || bytes.empty()) return Failed();
  return bytes;
}

}  // namespace kaoping::report
