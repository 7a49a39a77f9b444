// Chain: how entries are sealed one to the next, and how a break is found.

#ifndef KAOPING_LEDGER_CHAIN_H_
#define KAOPING_LEDGER_CHAIN_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/message.h"
#include "ledger/entry.h"

namespace kaoping::ledger {

// Where the chain ends: what the next entry is sealed to.
struct Tail {
  std::uint64_t seq = 0;
  Timestamp at;
  std::string hash = std::string(kNoHash);

  friend bool operator==(const Tail&, const Tail&) = default;
};
Tail TailOf(const Entry& entry);

// The entry after `tail`. Its time is `now`, or the tail's if the clock went backwards: what was
// known at a moment must not change afterwards.
// Requires: `draft` names an actor and an action, and holds no NUL.
Entry Seal(Draft draft, const Tail& tail, Timestamp now);

// The bytes that are hashed: "kaoping-ledger/1" and a line break, then each of seq, at, actor,
// action, subject, body and prev_hash as its length in bytes, a colon, itself and a line break.
std::string Serialise(const Entry& entry);
std::string HashOf(const Entry& entry);

// What the ledger looked like at some moment, kept somewhere else: it shows if entries were cut
// off, or all of them written anew, since.
struct Checkpoint {
  std::uint64_t entries = 0;
  std::string hash;  // of the last of them; kNoHash if there was none
};

struct Problem {
  std::string code;  // permanent; docs/ledger-format.md lists them
  Message message;
};

// Problems in the order they were found; after the first kMost it only counts.
class Problems {
 public:
  static constexpr std::size_t kMost = 100;

  void Add(std::string code, Message message);
  const std::vector<Problem>& shown() const { return shown_; }
  std::uint64_t more() const { return more_; }

 private:
  std::vector<Problem> shown_;
  std::uint64_t more_ = 0;
};

// Goes through a ledger once, from the first entry on.
//
// Reports `entry-changed` (its hash isn't that of its content), `entry-missing` (a number is
// skipped), `entry-repeated` (a number comes again, or later than a greater one), `entry-unlinked`
// (it isn't sealed to the entry before it), `entry-before-its-time` (earlier than the one before).
class ChainCheck {
 public:
  explicit ChainCheck(std::optional<Checkpoint> checkpoint = std::nullopt);

  void Add(const Entry& entry, Problems& problems);

  // After the last entry: compares the end with `head`, which the database keeps beside the
  // entries, and with the checkpoint. Reports `entries-cut-off`, `head-differs` and
  // `checkpoint-differs`.
  void Finish(const Tail& head, Problems& problems) const;

  const Tail& tail() const { return tail_; }

 private:
  std::optional<Checkpoint> checkpoint_;
  // The hash of the entry that the checkpoint ends with, as it is now.
  std::optional<std::string> hash_at_checkpoint_;
  Tail tail_;
};

}  // namespace kaoping::ledger

#endif  // KAOPING_LEDGER_CHAIN_H_
