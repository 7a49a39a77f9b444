// The catalogue of evidence (佐证材料目录) of a unit: what is handed over with the papers.

#ifndef KAOPING_SERVICE_EVIDENCE_CATALOGUE_H_
#define KAOPING_SERVICE_EVIDENCE_CATALOGUE_H_

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "service/context.h"
#include "service/evidence.h"

namespace kaoping::service {

struct CatalogueRow {
  std::vector<std::string> places;  // keys of tasks and rules; where no scheme is named, with it
  Evidence item;
};

struct Catalogue {
  std::string unit;
  std::string scheme_title;        // empty where no scheme is named
  std::vector<CatalogueRow> rows;  // by place, then in the order of handing in
};

// All that the unit has handed in; with a scheme, what is cited in it. Errors of ListEvidence, and
// kInvalid `field-missing` (field "unit").
Result<Catalogue> ListCatalogue(const Context& context, std::string_view unit,
                                std::string_view scheme);

// As an .xlsx with the columns that catalogues have. Errors of report::WriteWorkbook.
Result<std::string> WriteCatalogue(const Catalogue& catalogue);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_EVIDENCE_CATALOGUE_H_
