#include "document/ofd_units.h"

#include <utility>

#include "document/office_errors.h"

namespace kaoping::document {

Result<pugi::xml_node> OfdUnits::Find(const std::string& id, int depth) {
  constexpr int kDeepestUnits = 16;
  constexpr int kMostFound = 20'000;
  if (depth >= kDeepestUnits) return DamagedFile(file_name_);
  if (++found_ > kMostFound) return UnpackedTooLarge(file_name_);
  auto content = contents_.find(id);
  if (content == contents_.end()) {
    KAOPING_TRY_STATUS(ReadParts());
    content = contents_.find(id);
  }
  if (content == contents_.end()) return DamagedFile(file_name_);
  return content->second;
}

Status OfdUnits::ReadParts() {
  for (const std::string& part : std::exchange(unread_, {})) {
    KAOPING_TRY(std::string bytes, zip_.Read(part));
    KAOPING_TRY(Xml xml, Xml::Parse(file_name_, std::move(bytes)));
    for (const pugi::xml_node& unit : Child(xml.root(), "CompositeGraphicUnits").children()) {
      const char* const id = Attribute(unit, "ID");
      if (LocalName(unit) == "CompositeGraphicUnit" && id != nullptr) {
        contents_.emplace(id, Child(unit, "Content"));
      }
    }
    parts_.push_back(std::move(xml));
  }
  return Ok();
}

}  // namespace kaoping::document
