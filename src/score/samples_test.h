// What the tests of this room share: schemes, facts and queries written as short as they can be.

#ifndef KAOPING_SCORE_SAMPLES_TEST_H_
#define KAOPING_SCORE_SAMPLES_TEST_H_

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "scheme/scheme.h"
#include "score/score.h"

namespace kaoping::score {

Date Day(std::string_view text);  // "2017-03-20"
Points P(std::string_view text);  // "-0.5"

// A scheme of 2017 from `scheme/1` with everything left out that a test need not say: titles, keys,
// ids ("id-1.1.1"), texts and spans. A task's "rules", "limits" and "policies" may stand in the
// task.
//   R"({"sections":[{"tasks":[{"base":"5","rules":[{"effect":"deduct","trigger":"occurs"}]}]}]})"
scheme::Scheme MakeScheme(std::string_view json);
// One section with one task with these rules.
scheme::Scheme MakeScheme(std::initializer_list<std::string_view> rules);

// examples/nantong-2017/notice.txt as it is read and compiled.
scheme::Scheme ReferenceNotice();

// Facts of unit 局, one JSON object each without the unit: R"({"rule":"1.1.1","count":2})".
std::vector<Fact> MakeFacts(std::initializer_list<std::string_view> facts);

// The card of 局; fails the test if there is none.
Scorecard CardOf(const scheme::Scheme& scheme, const std::vector<Fact>& facts,
                 const Query& query = {});
// Its total as a text.
std::string TotalOf(const scheme::Scheme& scheme, std::initializer_list<std::string_view> facts,
                    const Query& query = {});
// The code of the error, "" if there is none.
std::string ErrorOf(const scheme::Scheme& scheme, std::initializer_list<std::string_view> facts,
                    const Query& query = {});

Query In(Reading reading);
Query AsOf(std::string_view day);
Query KnownAt(std::string_view moment);

// What the card says of this rule; "" if nothing.
std::string AmountOf(const Scorecard& card, std::string_view rule);
// The first node of the tree with this key, depth first; fails the test if there is none.
const Reason& ReasonOf(const Scorecard& card, std::string_view key);

}  // namespace kaoping::score

#endif  // KAOPING_SCORE_SAMPLES_TEST_H_
