// Likeness: how much two texts have in common, and which members of two lists belong together.

#ifndef KAOPING_SCHEME_DIFF_LIKENESS_H_
#define KAOPING_SCHEME_DIFF_LIKENESS_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kaoping::scheme {

// A text as it is compared: its shadow (text/shadow.h) without line breaks.
class ComparedText {
 public:
  ComparedText() = default;
  // Requires: well-formed UTF-8.
  explicit ComparedText(std::string_view utf8);

  const std::u32string& text() const { return text_; }
  bool IsEmpty() const { return text_.empty(); }
  friend bool operator==(const ComparedText& a, const ComparedText& b) {
    return a.text_ == b.text_;
  }

  // In thousandths: the share of neighbouring characters that two texts have in common (Dice's
  // coefficient); 1000 for the same text, 0 if only one is empty. Linear in their length.
  friend int Likeness(const ComparedText& a, const ComparedText& b);

 private:
  std::u32string text_;
  std::vector<std::uint64_t> pairs_;  // of neighbouring characters, sorted
};

// Below this, in thousandths, two texts are not one that was changed.
constexpr int kAlike = 500;

// Two lists, and which member of one is which member of the other.
class Matching {
 public:
  static constexpr int kNone = -1;

  Matching(std::size_t before, std::size_t after) : after_(before, kNone), before_(after, kNone) {}

  // The partner by index, or kNone.
  int AfterOf(std::size_t before) const { return after_[before]; }
  int BeforeOf(std::size_t after) const { return before_[after]; }
  std::size_t before_size() const { return after_.size(); }
  std::size_t after_size() const { return before_.size(); }

  bool AreFree(std::size_t before, std::size_t after) const {
    return after_[before] == kNone && before_[after] == kNone;
  }
  // Requires: both are free.
  void Join(std::size_t before, std::size_t after);

  struct Candidate {
    std::size_t before = 0;
    std::size_t after = 0;
    int likeness = 0;
  };
  // Joins what is free, the most alike first; of several alike, the first ones, so that equal
  // members keep their order. The same pairs whichever list is called before.
  void JoinByLikeness(std::vector<Candidate> candidates);

  // Joins what is free and alike (kAlike), comparing all with all. `length_before` and
  // `length_after` say how much there is to compare in a member: if all of it is too much (about 2
  // 000 members of 120 characters against as many), nothing is joined.
  void JoinAlike(const std::function<int(std::size_t before, std::size_t after)>& likeness,
                 const std::function<std::size_t(std::size_t)>& length_before,
                 const std::function<std::size_t(std::size_t)>& length_after);

  // Joins what is free and has the same key, in order. O(n log n).
  void JoinByKey(const std::vector<std::u32string>& before,
                 const std::vector<std::u32string>& after);

 private:
  std::vector<int> after_;   // by index in the list before
  std::vector<int> before_;  // by index in the list after
};

// Which members of a list that was put into another order must have moved, as few as possible:
// `places` are the new places in the old order, each once, and `weights` say which rather stay.
// Of several ways the one is taken in which the weights of those that stay add up to most.
// O(n log n). Requires: one weight a place.
std::vector<bool> FindMoved(const std::vector<int>& places,
                            const std::vector<std::uint32_t>& weights);

}  // namespace kaoping::scheme

#endif  // KAOPING_SCHEME_DIFF_LIKENESS_H_
