// A scheme on a terminal: its head, its tasks and rules, and what is doubtful in it.

#ifndef KAOPING_CLI_SCHEME_TEXT_H_
#define KAOPING_CLI_SCHEME_TEXT_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "notice/notice.h"
#include "scheme/scheme.h"
#include "service/schemes.h"

namespace kaoping::cli {

// Title, number, issuer, period, and how much there is of what.
std::string RenderHead(const scheme::Scheme& scheme, Language language);

// Every section and task with its offices, its criterion and each rule read back.
std::string RenderTasks(const scheme::Scheme& scheme, Language language);

// The tables of the document and what their columns were taken for.
std::string RenderTables(const std::vector<notice::SeenTable>& tables, Language language);

// What the import found doubtful, quoting the criteria; "" if nothing. `source` as in
// RenderFindings.
std::string RenderDoubts(const scheme::Scheme& scheme, std::string_view source, Language language);
// “” if there are none.
std::string RenderQuestions(std::span<const service::Question> questions, Language language);

bool HasErrors(const scheme::Scheme& scheme);

// The words at `span`; "" where it is empty or goes past the end.
std::string Words(std::string_view text, Span span);

}  // namespace kaoping::cli

#endif  // KAOPING_CLI_SCHEME_TEXT_H_
