// Private to document/: the contents of a page of an .ofd → words and ruling lines.

#ifndef KAOPING_DOCUMENT_OFD_PAGE_H_
#define KAOPING_DOCUMENT_OFD_PAGE_H_

#include "base/result.h"
#include "document/layout.h"
#include "document/ofd_units.h"
#include "document/xml.h"

namespace kaoping::document {

// The width and height of a <PhysicalBox> in `area`, in points. Nothing is changed if there is
// none.
void ReadPhysicalBox(const pugi::xml_node& area, Page& page);

// Adds what the layers in `content` show, composite graphics included. Refuses what OfdUnits::Find
// does. Requires: the size of `page` is known.
Status AddOfdContent(const pugi::xml_node& content, OfdUnits& units, Page& page);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_OFD_PAGE_H_
