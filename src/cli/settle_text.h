// How criteria are read and what people decided on that, as text for people.

#ifndef KAOPING_CLI_SETTLE_TEXT_H_
#define KAOPING_CLI_SETTLE_TEXT_H_

#include <string>

#include "base/message.h"
#include "service/schemes.h"
#include "service/settlements.h"

namespace kaoping::cli {

// Every criterion with its state, and what must be done before the scheme is published.
std::string RenderReview(const service::SchemeView& view, Language language);

// One criterion: its words, its rules with examples, what is doubtful, who said what.
std::string RenderCriterion(const service::CriterionView& view, Language language);

// The warnings that nobody confirmed, each quoted.
std::string RenderOutstanding(const service::SchemeView& view, Language language);

}  // namespace kaoping::cli

#endif  // KAOPING_CLI_SETTLE_TEXT_H_
