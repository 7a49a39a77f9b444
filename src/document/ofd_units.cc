#include "document/ofd_units.h"

#include <cstring>
#include <utility>

#include "document/office_errors.h"

namespace kaoping::document {
namespace {

// How long the XML of a node is: without the marks around names and values, but never nothing.
std::size_t BytesOf(const pugi::xml_node& node) {
  std::size_t bytes = 1 + std::strlen(node.name()) + std::strlen(node.value());
  for (const pugi::xml_attribute& attribute : node.attributes()) {
    bytes += std::strlen(attribute.name()) + std::strlen(attribute.value());
  }
  for (const pugi::xml_node& child : node.children()) bytes += BytesOf(child);
  return bytes;
}

}  // namespace

Result<pugi::xml_node> OfdUnits::Find(const std::string& id, int depth) {
  constexpr int kDeepestUnits = 16;
  if (depth >= kDeepestUnits) return DamagedFile(file_name_);
  auto unit = units_.find(id);
  if (unit == units_.end()) {
    KAOPING_TRY_STATUS(ReadParts());
    unit = units_.find(id);
  }
  if (unit == units_.end()) return DamagedFile(file_name_);
  drawn_ += unit->second.bytes;
  if (drawn_ > kLargestUnpacked) return UnpackedTooLarge(file_name_);
  return unit->second.content;
}

Status OfdUnits::ReadParts() {
  for (const std::string& part : std::exchange(unread_, {})) {
    KAOPING_TRY(std::string bytes, zip_.Read(part));
    KAOPING_TRY(Xml xml, Xml::Parse(file_name_, std::move(bytes)));
    for (const pugi::xml_node& unit : Child(xml.root(), "CompositeGraphicUnits").children()) {
      const char* const id = Attribute(unit, "ID");
      if (LocalName(unit) == "CompositeGraphicUnit" && id != nullptr) {
        units_.emplace(id, Unit{Child(unit, "Content"), BytesOf(unit)});
      }
    }
    parts_.push_back(std::move(xml));
  }
  return Ok();
}

}  // namespace kaoping::document
