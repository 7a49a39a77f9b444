#include "score/random_test.h"

#include <nlohmann/json.hpp>

#include "scheme/json.h"
#include "score/json.h"

namespace kaoping::score {
namespace {

constexpr std::size_t kLongestSettings = 8;
constexpr std::size_t kLongestTask = 160;
constexpr std::size_t kLongestFact = 24;
constexpr std::size_t kMostTasks = 5;
constexpr std::size_t kMostFacts = 32;

// A case before it is read. Tasks and facts are shortened and left out one by one.
struct Draft {
  Bytes settings;
  std::vector<Bytes> tasks;
  std::vector<Bytes> facts;
};

Bytes AnyBytes(rc::Random& random, std::size_t length) {
  Bytes bytes(length);
  for (std::size_t i = 0; i < length;) {
    for (rc::Random::Number word = random.next(), left = 8; left > 0 && i < length; --left) {
      bytes[i++] = static_cast<std::uint8_t>(word);
      word >>= 8;
    }
  }
  return bytes;
}

std::vector<Bytes> AnyParts(rc::Random& random, std::size_t most, std::size_t length) {
  std::vector<Bytes> parts(1 + random.next() % most);
  for (Bytes& part : parts) part = AnyBytes(random, length);
  return parts;
}

Draft AnyDraft(rc::Random random) {
  return {AnyBytes(random, kLongestSettings), AnyParts(random, kMostTasks, kLongestTask),
          AnyParts(random, kMostFacts, kLongestFact)};
}

rc::Seq<Bytes> ShrinkBytes(const Bytes& bytes) {
  return rc::seq::concat(rc::shrink::removeChunks(bytes),
                         rc::shrink::eachElement(bytes, [](std::uint8_t byte) {
                           return rc::shrink::towards(byte, std::uint8_t{0});
                         }));
}

rc::Seq<std::vector<Bytes>> ShrinkParts(const std::vector<Bytes>& parts) {
  return rc::seq::concat(rc::shrink::removeChunks(parts),
                         rc::shrink::eachElement(parts, ShrinkBytes));
}

rc::Seq<Draft> ShrinkDraft(const Draft& draft) {
  return rc::seq::concat(rc::seq::map(ShrinkParts(draft.facts),
                                      [draft](std::vector<Bytes> facts) {
                                        return Draft{draft.settings, draft.tasks, std::move(facts)};
                                      }),
                         rc::seq::map(ShrinkParts(draft.tasks),
                                      [draft](std::vector<Bytes> tasks) {
                                        return Draft{draft.settings, std::move(tasks), draft.facts};
                                      }),
                         rc::seq::map(ShrinkBytes(draft.settings), [draft](Bytes settings) {
                           return Draft{std::move(settings), draft.tasks, draft.facts};
                         }));
}

rc::Gen<Case> CaseWith(bool fit_together) {
  const rc::Gen<Draft> drafts = [](const rc::Random& random, int /*size*/) {
    return rc::shrinkable::shrinkRecur(AnyDraft(random),
                                       [](const Draft& draft) { return ShrinkDraft(draft); });
  };
  return rc::gen::map(drafts, [fit_together](const Draft& draft) {
    Case made{SchemeFrom(draft.settings, draft.tasks), {}};
    made.facts = FactsFrom(made.scheme, draft.facts, fit_together);
    return made;
  });
}

}  // namespace

rc::Gen<Case> AnyCase() { return CaseWith(true); }
rc::Gen<Case> AnyContradictoryCase() { return CaseWith(false); }

rc::Gen<Query> AnyQuery() {
  return rc::gen::map(rc::gen::arbitrary<Bytes>(), [](const Bytes& bytes) {
    Choices choices(bytes);
    Query query;
    query.reading = choices.Pick({Reading::kConfirmed, Reading::kClaimed, Reading::kProjected});
    if (choices.Chance(40)) {
      query.as_of = Date::FromYmd(2017, 1, 1)->AddDays(choices.Below(256) + choices.Below(120));
    }
    if (choices.Chance(30)) {
      query.known_at =
          Timestamp::Parse(choices.Pick({"2017-03-01T00:00:00Z", "2017-02-01T00:00:00Z",
                                         "2018-01-01T00:00:00Z"}))
              .value();
    }
    return query;
  });
}

void showValue(const Case& value, std::ostream& out) {
  out << nlohmann::ordered_json(value.scheme).dump();
  for (const Fact& fact : value.facts) out << '\n' << WriteFact(fact);
}

void showValue(const Query& query, std::ostream& out) {
  out << ToString(query.reading);
  if (query.as_of) out << " as of " << query.as_of->ToString();
  if (query.known_at) out << " known at " << query.known_at->ToString();
}

void showValue(const Scorecard& card, std::ostream& out) {
  out << nlohmann::ordered_json(card).dump();
}

}  // namespace kaoping::score
