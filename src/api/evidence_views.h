// Private to api/: evidence in the shapes of api/openapi.yaml.

#ifndef KAOPING_API_EVIDENCE_VIEWS_H_
#define KAOPING_API_EVIDENCE_VIEWS_H_

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "service/evidence.h"
#include "service/evidence_catalogue.h"

namespace kaoping::api {

nlohmann::ordered_json View(const service::Evidence& item);
nlohmann::ordered_json View(const service::EvidencePage& page);
nlohmann::ordered_json View(const service::Catalogue& catalogue);

// Content-Disposition for a file of this name, which is to be saved and never shown in the page: a
// name in ASCII for old programs, and the whole one in UTF-8 (RFC 6266).
std::string AttachmentNamed(std::string_view file_name);

}  // namespace kaoping::api

#endif  // KAOPING_API_EVIDENCE_VIEWS_H_
