#include "service/evidence_check.h"

#include <optional>

#include "service/texts.h"

namespace kaoping::service {
namespace {

constexpr std::size_t kLongestName = 200;
constexpr std::size_t kLongestUrl = 1000;
constexpr int kMostPages = 100'000;

// A text on one line.
Status CheckLine(std::string_view text, std::size_t most, std::string_view field,
                 std::string_view zh, std::string_view en) {
  KAOPING_TRY_STATUS(CheckText(text, most, field, zh, en));
  if (text.find_first_of("\r\n\t") == text.npos) return Ok();
  return MakeError(
      ErrorKind::kInvalid, "text-unfit",
      Say("{}里有换行或制表符；请写成一行", "the {1} holds line breaks; write one line", zh, en),
      field);
}

Error FieldMissing(std::string_view field, std::string_view zh, std::string_view en) {
  return MakeError(ErrorKind::kInvalid, "field-missing",
                   Say("没有填写{0}；请补上", "the {1} is missing; fill it in", zh, en), field);
}

Status CheckNumber(int number, const char* field, const char* zh, const char* en) {
  if (number >= 0 && number <= kMostPages) return Ok();
  return MakeError(
      ErrorKind::kInvalid, "number-unfit",
      Say("{0}应为 0 到 {2} 的整数", "the {1} is a whole number from 0 to {2}", zh, en, kMostPages),
      field);
}

Status CheckDay(const Context& context, const std::optional<Date>& day, const char* field) {
  if (!day || *day <= context.now.BeijingDay()) return Ok();
  return MakeError(ErrorKind::kInvalid, "formed-in-future",
                   Say("{}还没有到；材料的日期不能在将来，请核对",
                       "{} is still to come; check the day", day->ToString()),
                   field);
}

Status CheckUrl(const std::string& url) {
  KAOPING_TRY_STATUS(CheckLine(url, kLongestUrl, "url", "网址", "address"));
  // Others run when they are clicked.
  if (url.empty() || url.starts_with("http://") || url.starts_with("https://")) return Ok();
  return MakeError(
      ErrorKind::kInvalid, "url-unfit",
      Say("网址应以 http:// 或 https:// 开头", "an address begins with http:// or https://"),
      "url");
}

}  // namespace

Status CheckFileName(std::string_view file_name) {
  const bool is_fit = CheckLine(file_name, kLongestName, "filename", "文件名", "name") &&
                      !IsBlank(file_name) && file_name.find_first_of("/\\") == file_name.npos &&
                      file_name != "." && file_name != "..";
  if (is_fit) return Ok();
  return MakeError(
      ErrorKind::kInvalid, "file-name-unfit",
      Say("文件名不合适：请用不带文件夹、换行和不能显示的字符的名称，最多{}字",
          "the name of the file does not fit: use one without folders, line breaks and characters "
          "that cannot be shown, of at most {} characters",
          kLongestName),
      "filename");
}

Status CheckDraft(const Context& context, const EvidenceDraft& draft) {
  const EvidenceDetails& details = draft.details;
  KAOPING_TRY_STATUS(CheckLine(draft.unit, kLongestName, "unit", "单位", "unit"));
  KAOPING_TRY_STATUS(CheckLine(draft.office, kLongestName, "office", "处室", "office"));
  if (IsBlank(details.name)) return FieldMissing("name", "材料名称", "name of the evidence");
  KAOPING_TRY_STATUS(CheckLine(details.name, kLongestName, "name", "材料名称", "name"));
  KAOPING_TRY_STATUS(CheckLine(details.kind, kLongestName, "kind", "类别", "kind"));
  KAOPING_TRY_STATUS(CheckLine(details.number, kLongestName, "number", "文号", "document number"));
  KAOPING_TRY_STATUS(CheckLine(details.issuer, kLongestName, "issuer", "形成单位", "issuer"));
  KAOPING_TRY_STATUS(CheckLine(details.location, kLongestName, "location", "存放位置", "location"));
  KAOPING_TRY_STATUS(CheckUrl(details.url));
  KAOPING_TRY_STATUS(CheckRemark(details.note, "note"));
  KAOPING_TRY_STATUS(CheckNumber(details.pages, "pages", "页数", "number of pages"));
  KAOPING_TRY_STATUS(CheckNumber(details.copies, "copies", "份数", "number of copies"));
  return CheckDay(context, details.formed, "formed");
}

Status CheckPaper(const Context& context, const EvidenceDraft& draft,
                  const RegisteredPaper& paper) {
  KAOPING_TRY_STATUS(CheckDraft(context, draft));
  if (IsBlank(paper.number)) return FieldMissing("paper_number", "登记号", "number of the paper");
  if (IsBlank(draft.details.location)) {
    return FieldMissing("location", "存放位置", "place where the paper is kept");
  }
  KAOPING_TRY_STATUS(CheckLine(paper.number, kLongestName, "paper_number", "登记号", "number"));
  KAOPING_TRY_STATUS(CheckLine(paper.seen_by, kLongestName, "seen_by", "查看人", "name"));
  return CheckDay(context, paper.seen_on, "seen_on");
}

}  // namespace kaoping::service
