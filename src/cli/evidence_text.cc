#include "cli/evidence_text.h"

#include <fmt/ostream.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "cli/table.h"

namespace kaoping::cli {
namespace {

using nlohmann::ordered_json;
using service::Evidence;
using service::EvidenceFile;

std::string StatusOf(const Program& program, service::EvidenceStatus status) {
  return program.Text(TitleOf(status), ToString(status));
}

Message WordsOf(const EvidenceFile& file) {
  switch (file.words) {
    case EvidenceFile::Words::kRead:
      return {"", ""};
    case EvidenceFile::Words::kNone:
      return Say("，没有可读的文字，请人工核对有无密级标志",
                 ", without readable words: look for marks of secrecy yourself");
    case EvidenceFile::Words::kTooLarge:
      return Say("，文件太大没有检查密级标志，请人工核对",
                 ", too large to be looked through for marks of secrecy: do so yourself");
    case EvidenceFile::Words::kUnread:
      return Say("，读不出文字，请人工核对有无密级标志",
                 ", which could not be read: look for marks of secrecy yourself");
  }
  return {"", ""};
}

Message WhyOf(const service::SameFile& same) {
  switch (same.why) {
    case service::SameFile::Why::kOtherUnit:
      return Say("另一单位", "another unit");
    case service::SameFile::Why::kOtherYear:
      return Say("另一年度", "another year");
    case service::SameFile::Why::kAgain:
      return Say("重复上传", "handed in again");
  }
  return {"", ""};
}

void Line(const Program& program, const Message& message) {
  fmt::print(program.out, "{}\n", message.In(program.language));
}

void PrintFiles(const Program& program, const Evidence& item) {
  for (const EvidenceFile& file : item.files) {
    const Message words = WordsOf(file);
    Line(program, Say("  第{0}版 {1}（{2}字节，{3}，{4}{5}）{6}",
                      "  version {0} {1} ({2} bytes, {3}, {4}{7}){8}", file.version, file.file_name,
                      file.size, file.by, file.at.ToBeijing(), file.is_late ? "，补" : "", words.zh,
                      file.is_late ? ", late" : "", words.en));
    Line(program, Say("    SHA-256 {}", "    SHA-256 {}", file.sha256));
    if (!file.removal) continue;
    Line(program, Say("    文件已于{0}由{1}依规定删除：{2}", "    removed on {0} by {1}: {2}",
                      file.removal->at.ToBeijing(), file.removal->by, file.removal->reason));
  }
  if (!item.paper) return;
  Line(program, Say("  登记件 {0}，存放于{1}", "  a registered paper, {0}, kept at {1}",
                    item.paper->number, item.details.location));
}

ordered_json ViewFile(const EvidenceFile& file) {
  ordered_json json = {{"version", file.version},
                       {"name", file.file_name},
                       {"kind", file.kind},
                       {"size", file.size},
                       {"sha256", file.sha256},
                       {"sm3", file.sm3},
                       {"words", ToString(file.words)}};
  if (file.is_late) json["late"] = true;
  if (file.removal) json["removed"] = file.removal->reason;
  return json;
}

ordered_json ViewItem(const Evidence& item) {
  ordered_json json = {{"id", item.id},
                       {"unit", item.unit},
                       {"name", item.details.name},
                       {"status", ToString(item.status)},
                       {"late", item.is_late},
                       {"by", item.by},
                       {"at", item.at.ToString()}};
  if (!item.office.empty()) json["office"] = item.office;
  if (item.details.formed) json["formed"] = item.details.formed->ToString();
  if (!item.details.number.empty()) json["number"] = item.details.number;
  if (item.paper) json["paper"] = item.paper->number;
  json["files"] = ordered_json::array();
  for (const EvidenceFile& file : item.files) json["files"].push_back(ViewFile(file));
  json["citations"] = ordered_json::array();
  for (const service::EvidenceCitation& citation : item.citations) {
    json["citations"].push_back(
        {{"scheme", citation.scheme}, {ToString(citation.kind), citation.target}});
  }
  json["same"] = ordered_json::array();
  for (const service::SameFile& same : item.same) {
    json["same"].push_back({{"id", same.id}, {"unit", same.unit}, {"why", ToString(same.why)}});
  }
  return json;
}

}  // namespace

void PrintEvidence(const Program& program, const Evidence& item) {
  Line(program, Say("{0} {1}（{2}，{3}）", "{0} {1} ({2}, {4})", item.id, item.details.name,
                    item.unit, TitleOf(item.status), ToString(item.status)));
  PrintFiles(program, item);
  for (const service::EvidenceCitation& citation : item.citations) {
    Line(program, Say("  用于《{0}》{1}", "  cited for {1} of '{0}'", citation.scheme_title,
                      citation.target));
  }
  for (const service::EvidenceReview& review : item.reviews) {
    Line(program, Say("  {0}（{1}，{2}）{3}", "  {4} ({1}, {2}){3}", TitleOf(review.status),
                      review.by, review.at.ToBeijing(),
                      review.reason.empty() ? "" : "：" + review.reason, ToString(review.status)));
  }
  for (const service::SameFile& same : item.same) {
    const Message why = WhyOf(same);
    Line(program, Say("  注意：{0}“{1}”的材料{2}是同一个文件",
                      "  note: evidence {2} of '{1}' is the same file ({3})", why.zh, same.unit,
                      same.id, why.en));
  }
}

void PrintEvidenceList(const Program& program, const std::vector<Evidence>& items) {
  if (items.empty()) {
    Line(program, Say("没有佐证材料。", "There is no evidence."));
    return;
  }
  TextTable table({{program.Text("编号", "Id")},
                   {program.Text("材料名称", "Name")},
                   {program.Text("单位", "Unit")},
                   {program.Text("形成日期", "Formed")},
                   {program.Text("状态", "Status")},
                   {program.Text("用于", "Cited for")}});
  for (const Evidence& item : items) {
    std::vector<std::string> places;
    for (const auto& citation : item.citations) places.push_back(citation.target);
    table.AddRow({item.id, item.details.name, item.unit,
                  (item.details.formed ? item.details.formed->ToString() : "") +
                      (item.is_late ? program.Text("（补）", " (late)") : ""),
                  StatusOf(program, item.status), fmt::format("{}", fmt::join(places, "、"))});
  }
  fmt::print(program.out, "{}", table.ToText());
}

void PrintCatalogue(const Program& program, const service::Catalogue& catalogue) {
  std::vector<Evidence> items;
  for (const service::CatalogueRow& row : catalogue.rows) items.push_back(row.item);
  PrintEvidenceList(program, items);
}

void PrintEvidenceJson(const Program& program, const Evidence& item) {
  fmt::print(program.out, "{}\n", ViewItem(item).dump());
}

}  // namespace kaoping::cli
