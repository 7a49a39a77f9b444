#include "ledger/chain.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/check.h"
#include "crypto/digest.h"

namespace kaoping::ledger {
namespace {

constexpr std::string_view kFormat = "kaoping-ledger/1\n";

// The length in front keeps two fields from being taken for two others: ("ab", "c") and
// ("a", "bc") differ.
void AppendField(std::string_view text, std::string& out) {
  fmt::format_to(std::back_inserter(out), "{}:", text.size());
  out += text;
  out += '\n';
}

bool HoldsNul(std::string_view text) { return text.find('\0') != std::string_view::npos; }

}  // namespace

Tail TailOf(const Entry& entry) { return {entry.seq, entry.at, entry.hash}; }

Entry Seal(Draft draft, const Tail& tail, Timestamp now) {
  KAOPING_CHECK(!draft.actor.empty() && !draft.action.empty());
  KAOPING_CHECK(!HoldsNul(draft.actor) && !HoldsNul(draft.action) && !HoldsNul(draft.subject) &&
                !HoldsNul(draft.body));
  Entry entry;
  entry.seq = tail.seq + 1;
  entry.at = std::max(now, tail.at);
  entry.actor = std::move(draft.actor);
  entry.action = std::move(draft.action);
  entry.subject = std::move(draft.subject);
  entry.body = std::move(draft.body);
  entry.prev_hash = tail.hash;
  entry.hash = HashOf(entry);
  return entry;
}

std::string Serialise(const Entry& entry) {
  std::string bytes(kFormat);
  AppendField(std::to_string(entry.seq), bytes);
  AppendField(entry.at.ToString(), bytes);
  AppendField(entry.actor, bytes);
  AppendField(entry.action, bytes);
  AppendField(entry.subject, bytes);
  AppendField(entry.body, bytes);
  AppendField(entry.prev_hash, bytes);
  return bytes;
}

std::string HashOf(const Entry& entry) { return crypto::Sha256Hex(Serialise(entry)); }

void Problems::Add(std::string code, Message message) {
  if (shown_.size() < kMost) {
    shown_.push_back({std::move(code), std::move(message)});
  } else {
    ++more_;
  }
}

ChainCheck::ChainCheck(std::optional<Checkpoint> checkpoint) : checkpoint_(std::move(checkpoint)) {
  if (checkpoint_ && checkpoint_->entries == 0) hash_at_checkpoint_ = kNoHash;
}

void ChainCheck::Add(const Entry& entry, Problems& problems) {
  if (HashOf(entry) != entry.hash) {
    problems.Add(
        "entry-changed",
        Say("总账第{}条的内容与其校验值不符，已被改动",
            "ledger entry {} was changed: its content does not match its hash", entry.seq));
  }
  if (entry.seq > tail_.seq + 1) {
    problems.Add("entry-missing",
                 Say("总账缺少第{}条至第{}条", "ledger entries {} to {} are missing", tail_.seq + 1,
                     entry.seq - 1));
  } else if (entry.seq < tail_.seq + 1) {
    problems.Add("entry-repeated", Say("总账第{}条重复或次序颠倒",
                                       "ledger entry {} is repeated or out of order", entry.seq));
  } else if (entry.prev_hash != tail_.hash) {
    problems.Add("entry-unlinked",
                 Say("总账第{}条与前一条的校验值不相接，其中一条已被改动或替换",
                     "ledger entry {} is not linked to the one before it: one of them was changed "
                     "or replaced",
                     entry.seq));
  }
  if (entry.at < tail_.at) {
    problems.Add("entry-before-its-time",
                 Say("总账第{}条的时间早于前一条",
                     "ledger entry {} is dated before the previous one", entry.seq));
  }
  tail_ = TailOf(entry);
  if (checkpoint_ && entry.seq == checkpoint_->entries) hash_at_checkpoint_ = entry.hash;
}

void ChainCheck::Finish(const Tail& head, Problems& problems) const {
  if (tail_.seq < head.seq) {
    problems.Add("entries-cut-off",
                 Say("总账末尾缺少第{}条至第{}条", "entries {} to {} were cut off the ledger",
                     tail_.seq + 1, head.seq));
  } else if (tail_ != head) {
    problems.Add("head-differs",
                 Say("总账最后一条（第{}条）与另存的总账末端（第{}条）不符",
                     "the last ledger entry ({}) differs from the recorded end of the ledger ({})",
                     tail_.seq, head.seq));
  }
  if (!checkpoint_) return;
  if (tail_.seq < checkpoint_->entries) {
    problems.Add("entries-cut-off",
                 Say("校验点记有{}条，总账只剩{}条，末尾已被截去",
                     "the checkpoint counts {} entries but the ledger has {}: its end was cut off",
                     checkpoint_->entries, tail_.seq));
  } else if (hash_at_checkpoint_ != checkpoint_->hash) {
    problems.Add("checkpoint-differs",
                 Say("总账第{}条与校验点的校验值不符，此前的内容已被改写",
                     "ledger entry {} differs from the checkpoint: it or what precedes it was "
                     "rewritten",
                     checkpoint_->entries));
  }
}

}  // namespace kaoping::ledger
