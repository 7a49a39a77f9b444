// Private to document/: the composite graphics of an .ofd, which its pages draw by their ids.

#ifndef KAOPING_DOCUMENT_OFD_UNITS_H_
#define KAOPING_DOCUMENT_OFD_UNITS_H_

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/xml.h"
#include "document/zip.h"

namespace kaoping::document {

class OfdUnits {
 public:
  // Keeps a reference to `zip`.
  OfdUnits(std::string_view file_name, Zip& zip) : file_name_(file_name), zip_(zip) {}

  // A part with resources, which is read once one is asked for that is not known yet.
  void AddPart(std::string part) { unread_.push_back(std::move(part)); }

  // The content of the graphic with this id, drawn within `depth` others. Each time counts as if
  // the file held it once more: kInvalid "file-unpacked-too-large" past kLargestUnpacked bytes,
  // "file-damaged" if there is no such graphic or it holds itself.
  Result<pugi::xml_node> Find(const std::string& id, int depth);

 private:
  struct Unit {
    pugi::xml_node content;
    std::size_t bytes = 0;
  };

  Status ReadParts();

  std::string file_name_;
  Zip& zip_;
  std::vector<std::string> unread_;
  std::vector<Xml> parts_;  // what the nodes point into
  std::map<std::string, Unit> units_;
  std::size_t drawn_ = 0;  // in bytes
};

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_OFD_UNITS_H_
