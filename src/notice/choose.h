// Which tables of a document are read, by what they look like and by what a person says.

#ifndef KAOPING_NOTICE_CHOOSE_H_
#define KAOPING_NOTICE_CHOOSE_H_

#include <span>
#include <vector>

#include "base/result.h"
#include "document/document.h"
#include "notice/notice.h"
#include "notice/table.h"

namespace kaoping::notice {

// Pointers live as long as the document.
struct Choice {
  std::vector<FoundTable> taken;  // in the order of the document, with the roles that hints give
  std::vector<FoundTable> left;   // all others
  std::vector<Layout> corrected;  // how hints made tables be read otherwise; each head once
};

// The table that `hints` name; else those with the head of a layout that was chosen; else all with
// criteria in the attachment of the largest; else, where hints give roles, the largest of all. None
// taken if nothing of that is there. What layouts say of columns holds unless hints say otherwise.
//
// kInvalid "no-such-table", "no-such-column" for hints at what is not there.
Result<Choice> ChooseTables(const document::Document& document, const Hints& hints,
                            std::span<const Layout> layouts);

// All tables in their order, for a person to choose from.
std::vector<SeenTable> TablesOf(const Choice& choice);

}  // namespace kaoping::notice

#endif  // KAOPING_NOTICE_CHOOSE_H_
