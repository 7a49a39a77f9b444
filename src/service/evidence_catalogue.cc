#include "service/evidence_catalogue.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "report/workbook.h"
#include "service/ground.h"
#include "service/texts.h"
#include "store/store.h"

namespace kaoping::service {
namespace {

constexpr int kPage = 1000;

// The numbers of a key, so that 1.10 comes after 1.9.
std::vector<int> NumbersOf(const std::string& key) {
  std::vector<int> numbers;
  const char* at = key.data();
  const char* const end = at + key.size();
  while (at < end) {
    int number = 0;
    const auto [rest, error] = std::from_chars(at, end, number);
    if (error == std::errc()) numbers.push_back(number);
    at = error == std::errc() ? rest : at + 1;
  }
  return numbers;
}

bool IsBefore(const CatalogueRow& a, const CatalogueRow& b) {
  if (a.places.empty() || b.places.empty()) return !a.places.empty() && b.places.empty();
  return NumbersOf(a.places.front()) < NumbersOf(b.places.front());
}

std::vector<std::string> PlacesOf(const Evidence& item, const std::string& scheme) {
  std::vector<std::string> places;
  for (const EvidenceCitation& citation : item.citations) {
    if (citation.kind == CitedKind::kFact) continue;
    if (scheme.empty()) {
      places.push_back("《" + citation.scheme_title + "》" + citation.target);
    } else if (citation.scheme == scheme) {
      places.push_back(citation.target);
    }
  }
  std::stable_sort(places.begin(), places.end(), [](const std::string& a, const std::string& b) {
    return NumbersOf(a) < NumbersOf(b);
  });
  return places;
}

std::string Shown(const std::optional<Date>& day) { return day ? day->ToString() : ""; }
std::string Shown(int number) { return number == 0 ? "" : std::to_string(number); }

std::string Shown(EvidenceDetails::Form form) {
  switch (form) {
    case EvidenceDetails::Form::kUnknown:
      return "";
    case EvidenceDetails::Form::kOriginal:
      return "原件";
    case EvidenceDetails::Form::kCopy:
      return "复印件";
  }
  return "";
}

std::vector<report::Sheet::Cell> CellsOf(int number, const CatalogueRow& row) {
  const Evidence& item = row.item;
  const EvidenceDetails& details = item.details;
  const EvidenceFile* const file = item.files.empty() ? nullptr : &item.files.back();
  const int version = file == nullptr ? 0 : file->version;
  const bool is_reviewed = !item.reviews.empty() && item.reviews.back().version == version;
  const std::string document_number =
      details.number.empty() && item.paper ? item.paper->number : details.number;
  return {number,
          fmt::format("{}", fmt::join(row.places, "、")),
          details.name,
          document_number,
          Shown(details.formed),
          details.issuer,
          Shown(details.pages),
          Shown(details.copies),
          Shown(details.form),
          details.url,
          details.location,
          item.by,
          item.at.BeijingDay().ToString() + (item.is_late ? "（补）" : ""),
          file == nullptr ? "登记件"
          : file->removal ? "文件已依规定删除"
                          : file->sm3,
          std::string(TitleOf(item.status)),
          is_reviewed ? item.reviews.back().reason : ""};
}

}  // namespace

Result<Catalogue> ListCatalogue(const Context& context, std::string_view unit,
                                std::string_view scheme) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kRead));
  if (IsBlank(unit)) {
    return MakeError(ErrorKind::kInvalid, "field-missing",
                     Say("请写明是哪个单位的目录", "say whose catalogue it is"), "unit");
  }
  Catalogue catalogue;
  catalogue.unit = unit;
  std::string scheme_id;
  if (!scheme.empty()) {
    KAOPING_TRY(const auto reading, context.store.Read());
    KAOPING_TRY(const Ground ground, LoadGround(*reading, scheme));
    scheme_id = ground.row.id;
    catalogue.scheme_title = ground.row.title;
  }
  EvidenceFilter filter;
  filter.unit = unit;
  filter.scheme = scheme_id;
  filter.limit = kPage;
  do {
    KAOPING_TRY(EvidencePage page, ListEvidence(context, filter));
    for (Evidence& item : page.items) {
      std::vector<std::string> places = PlacesOf(item, scheme_id);
      catalogue.rows.push_back({std::move(places), std::move(item)});
    }
    filter.cursor = std::move(page.next);
  } while (!filter.cursor.empty());
  std::stable_sort(catalogue.rows.begin(), catalogue.rows.end(), &IsBefore);
  return catalogue;
}

Result<std::string> WriteCatalogue(const Catalogue& catalogue) {
  report::Sheet sheet;
  sheet.name = "佐证材料目录";
  sheet.title = catalogue.unit + "佐证材料目录";
  if (!catalogue.scheme_title.empty()) sheet.title += "（" + catalogue.scheme_title + "）";
  sheet.columns = {{"序号", 6},         {"指标编号", 12},
                   {"材料名称", 36},    {"文号/编号", 20},
                   {"形成日期", 12},    {"形成单位", 20},
                   {"页数", 6},         {"份数", 6},
                   {"原件/复印件", 10}, {"是否公开（网址）", 24},
                   {"存放位置", 16},    {"上传人", 12},
                   {"上传日期", 16},    {"SM3", 24},
                   {"状态", 10},        {"采信理由", 24}};
  for (const CatalogueRow& row : catalogue.rows) {
    sheet.rows.push_back(CellsOf(static_cast<int>(sheet.rows.size()) + 1, row));
  }
  return report::WriteWorkbook(sheet);
}

}  // namespace kaoping::service
