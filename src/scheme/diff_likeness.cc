#include "scheme/diff_likeness.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/check.h"
#include "text/shadow.h"

namespace kaoping::scheme {
namespace {

// How many neighbouring characters are compared at most in one JoinAlike: about a second.
constexpr std::size_t kMostCompared = 1'000'000'000;

// The longest way that ends at or before a place, and who ends it (a Fenwick tree).
class LongestUpTo {
 public:
  struct Way {
    int length = 0;
    std::uint64_t weight = 0;
    int last = Matching::kNone;

    bool IsBetterThan(const Way& other) const {
      return std::tie(length, weight) > std::tie(other.length, other.weight);
    }
  };

  explicit LongestUpTo(std::size_t size) : tree_(size + 1) {}

  void Add(std::size_t place, const Way& way) {
    for (std::size_t i = place + 1; i < tree_.size(); i += LowestBit(i)) {
      if (way.IsBetterThan(tree_[i])) tree_[i] = way;
    }
  }

  // Over the places before `place`.
  Way Find(std::size_t place) const {
    Way best;
    for (std::size_t i = place; i > 0; i -= LowestBit(i)) {
      if (tree_[i].IsBetterThan(best)) best = tree_[i];
    }
    return best;
  }

 private:
  static std::size_t LowestBit(std::size_t i) { return i & (~i + 1); }

  std::vector<Way> tree_;
};

// Each place as its rank among all of them: 3, 9, 4 → 0, 2, 1.
std::vector<std::size_t> RanksOf(const std::vector<int>& places) {
  std::vector<int> sorted = places;
  std::sort(sorted.begin(), sorted.end());
  std::vector<std::size_t> ranks;
  for (const int place : places) {
    const auto at = std::lower_bound(sorted.begin(), sorted.end(), place);
    ranks.push_back(static_cast<std::size_t>(at - sorted.begin()));
  }
  return ranks;
}

// The members of a list without a partner, and how much there is to compare in all of them.
struct FreeMembers {
  FreeMembers(const std::vector<int>& partners,
              const std::function<std::size_t(std::size_t)>& length_of) {
    for (std::size_t i = 0; i < partners.size(); ++i) {
      if (partners[i] != Matching::kNone) continue;
      members.push_back(i);
      length += length_of(i) + 1;
    }
  }

  std::vector<std::size_t> members;
  std::size_t length = 0;
};

}  // namespace

ComparedText::ComparedText(std::string_view utf8) : text_(Shadow(utf8).text()) {
  std::erase(text_, U'\n');
  for (std::size_t i = 0; i + 1 < text_.size(); ++i) {
    pairs_.push_back((std::uint64_t{text_[i]} << 32U) | text_[i + 1]);
  }
  std::sort(pairs_.begin(), pairs_.end());
}

int Likeness(const ComparedText& a, const ComparedText& b) {
  if (a == b) return 1000;
  const std::size_t total = a.pairs_.size() + b.pairs_.size();
  std::size_t shared = 0;
  for (auto i = a.pairs_.begin(), j = b.pairs_.begin();
       i != a.pairs_.end() && j != b.pairs_.end();) {
    if (*i == *j) {
      ++shared, ++i, ++j;
    } else {
      ++(*i < *j ? i : j);
    }
  }
  // Two texts that differ are not quite alike, even with the same pairs.
  return total == 0 ? 0 : std::min(999, static_cast<int>(2000 * shared / total));
}

void Matching::Join(std::size_t before, std::size_t after) {
  KAOPING_CHECK(AreFree(before, after));
  after_[before] = static_cast<int>(after);
  before_[after] = static_cast<int>(before);
}

void Matching::JoinByLikeness(std::vector<Candidate> candidates) {
  const auto order = [](const Candidate& c) {
    const std::size_t apart = std::max(c.before, c.after) - std::min(c.before, c.after);
    return std::tuple(-c.likeness, c.before + c.after, apart);
  };
  // Candidates equal in all of this never share a member, so that their order does not matter.
  std::stable_sort(candidates.begin(), candidates.end(),
                   [&](const Candidate& a, const Candidate& b) { return order(a) < order(b); });
  for (const Candidate& candidate : candidates) {
    if (AreFree(candidate.before, candidate.after)) Join(candidate.before, candidate.after);
  }
}

void Matching::JoinAlike(const std::function<int(std::size_t, std::size_t)>& likeness,
                         const std::function<std::size_t(std::size_t)>& length_before,
                         const std::function<std::size_t(std::size_t)>& length_after) {
  const FreeMembers gone(after_, length_before);
  const FreeMembers come(before_, length_after);
  const std::size_t compared =
      gone.length * come.members.size() + come.length * gone.members.size();
  if (compared > kMostCompared) return;

  std::vector<Candidate> candidates;
  for (const std::size_t i : gone.members) {
    for (const std::size_t j : come.members) {
      const int alike = likeness(i, j);
      if (alike >= kAlike) candidates.push_back({i, j, alike});
    }
  }
  JoinByLikeness(std::move(candidates));
}

void Matching::JoinByKey(const std::vector<std::u32string>& before,
                         const std::vector<std::u32string>& after) {
  std::map<std::u32string_view, std::vector<std::size_t>> free;  // the first of them last
  for (std::size_t j = after.size(); j-- > 0;) {
    if (before_[j] == kNone) free[after[j]].push_back(j);
  }
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (after_[i] != kNone) continue;
    const auto found = free.find(before[i]);
    if (found == free.end() || found->second.empty()) continue;
    Join(i, found->second.back());
    found->second.pop_back();
  }
}

std::vector<bool> FindMoved(const std::vector<int>& places,
                            const std::vector<std::uint32_t>& weights) {
  KAOPING_CHECK(places.size() == weights.size());
  const std::vector<std::size_t> ranks = RanksOf(places);
  LongestUpTo longest(places.size());
  std::vector<int> previous(places.size(), Matching::kNone);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const LongestUpTo::Way way = longest.Find(ranks[i]);
    previous[i] = way.last;
    longest.Add(ranks[i], {way.length + 1, way.weight + weights[i], static_cast<int>(i)});
  }
  std::vector<bool> moved(places.size(), true);
  for (int i = longest.Find(places.size()).last; i != Matching::kNone;
       i = previous[static_cast<std::size_t>(i)]) {
    moved[static_cast<std::size_t>(i)] = false;
  }
  return moved;
}

}  // namespace kaoping::scheme
