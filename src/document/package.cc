#include "document/package.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "document/office_errors.h"
#include "document/part_name.h"

namespace kaoping::document {
namespace {

// %E4%B8%80 → 一: targets are addresses.
std::string Unescape(std::string_view target) {
  const auto digit = [](char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  };
  std::string plain;
  for (std::size_t i = 0; i < target.size(); ++i) {
    const bool is_escape = target[i] == '%' && i + 2 < target.size() && digit(target[i + 1]) >= 0 &&
                           digit(target[i + 2]) >= 0;
    if (is_escape) {
      plain += static_cast<char>(digit(target[i + 1]) * 16 + digit(target[i + 2]));
      i += 2;
    } else {
      plain += target[i];
    }
  }
  return plain;
}

}  // namespace

Result<std::map<std::string, Relationship, std::less<>>> Package::ReadRelationships(
    std::string_view part) {
  std::map<std::string, Relationship, std::less<>> relationships;
  const std::string_view folder = FolderOf(part);
  const std::string name =
      std::string(folder) + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
  if (!zip_.Has(name)) return relationships;
  KAOPING_TRY(std::string bytes, zip_.Read(name));
  KAOPING_TRY(const Xml xml, Xml::Parse(file_name_, std::move(bytes)));
  for (const pugi::xml_node& node : xml.root().children()) {
    const char* const id = Attribute(node, "Id");
    const char* const type = Attribute(node, "Type");
    const char* const target = Attribute(node, "Target");
    const char* const mode = Attribute(node, "TargetMode");
    if (id == nullptr || type == nullptr || target == nullptr) continue;
    if (mode != nullptr && std::string_view(mode) == "External") continue;
    const std::string_view address(type);
    relationships.emplace(id, Relationship{std::string(address.substr(address.rfind('/') + 1)),
                                           ResolvePart(folder, Unescape(target))});
  }
  return relationships;
}

Result<Package> Package::Open(std::string_view file_name, std::string_view bytes) {
  KAOPING_TRY(Zip zip, Zip::Open(file_name, bytes));
  Package package(std::move(zip));
  package.file_name_ = file_name;
  if (!package.zip_.Has("_rels/.rels")) return OtherArchive(file_name);
  KAOPING_TRY(package.relationships_, package.ReadRelationships(""));
  const Relationship* const main = package.FindType("officeDocument");
  if (main == nullptr) return OtherArchive(file_name);
  const std::string part = main->target;
  KAOPING_TRY(package.main_, package.Read({"officeDocument", part}));
  package.kind_ = LocalName(package.main_.root());
  KAOPING_TRY(package.relationships_, package.ReadRelationships(part));
  return package;
}

Status Package::CheckKind(std::string_view kind) const {
  if (kind_ == kind) return Ok();
  if (kind_ == "document") return RenameTo(file_name_, ".docx");
  if (kind_ == "workbook") return RenameTo(file_name_, ".xlsx");
  return OtherArchive(file_name_);
}

const Relationship* Package::Find(std::string_view id) const {
  const auto found = relationships_.find(id);
  return found == relationships_.end() ? nullptr : &found->second;
}

const Relationship* Package::FindType(std::string_view type) const {
  for (const auto& [id, relationship] : relationships_) {
    if (relationship.type == type) return &relationship;
  }
  return nullptr;
}

Result<Xml> Package::Read(const Relationship& part) {
  KAOPING_TRY(std::string bytes, zip_.Read(part.target));
  return Xml::Parse(file_name_, std::move(bytes));
}

std::string_view OfficeExtensionOf(std::string_view bytes) {
  const Result<Package> package = Package::Open("", bytes);
  if (!package) return "";
  if (package->CheckKind("document")) return ".docx";
  return package->CheckKind("workbook") ? ".xlsx" : "";
}

}  // namespace kaoping::document
