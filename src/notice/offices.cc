#include "notice/offices.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/check.h"
#include "base/utf8.h"
#include "notice/office_marks.h"
#include "notice/office_roles.h"
#include "notice/words.h"
#include "text/blank.h"

namespace kaoping::notice {
namespace {

// One name of a list, before heads are distributed.
struct Piece {
  std::string text;
  bool ends_run = false;  // a comma or the like follows, over which nothing is distributed
  std::optional<Office::Role> role;  // that a bracket behind it said
};

struct Named {
  std::string name;
  std::optional<Office::Role> role;
};

// The bytes of the bracket that ends `name`, its content included; 0 if none does. Longer ones are
// no part of a name, and not looked for, so that a cell is read in linear time.
std::size_t TrailingBracket(std::string_view name) {
  constexpr std::size_t kLongest = 200;
  constexpr std::array<std::string_view, 6> kOpening = {"（", "(", "【", "［", "[", "〔"};
  constexpr std::array<std::string_view, 6> kClosing = {"）", ")", "】", "］", "]", "〕"};
  if (EndingWord(name, kClosing).empty()) return 0;
  const std::string_view end = name.substr(name.size() - std::min(name.size(), kLongest));
  std::size_t open = std::string_view::npos;
  for (const std::string_view bracket : kOpening) {
    const std::size_t found = end.rfind(bracket);
    if (found != std::string_view::npos) open = open == end.npos ? found : std::max(open, found);
  }
  return open == std::string_view::npos || end.size() - open == name.size() ? 0 : end.size() - open;
}

// The role that the bracket at the end of `name` says.
std::optional<Office::Role> TrailingRole(std::string_view name) {
  const std::size_t length = TrailingBracket(name);
  if (length == 0) return std::nullopt;
  const std::u32string bracket = DecodeUtf8(name.substr(name.size() - length));
  return RoleOfBracket(EncodeUtf8(std::u32string_view(bracket).substr(1, bracket.size() - 2)));
}

// The word that makes a name whole (处, 处室), looked for before a bracket; "" if there is none.
std::string_view Noun(std::string_view name) {
  name.remove_suffix(TrailingBracket(name));
  const std::string_view group = EndingWord(name, GroupNouns());
  return group.empty() ? EndingWord(name, NameEndings()) : group;
}

// Cuts a cell into pieces.
class Splitter {
 public:
  explicit Splitter(std::string_view cell) : text_(DecodeUtf8(cell)) {}

  std::vector<Piece> Split() {
    int depth = 0;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      const char32_t c = text_[i];
      depth = std::max(0, depth + BracketDepth(c));
      if (depth == 0 && ListMarkOf(c) != ListMark::kNone) {
        Finish(ListMarkOf(c) == ListMark::kStrong);
      } else if (IsBlank(c)) {
        // Behind a whole name a blank parts names; elsewhere it is a torn line.
        if (depth == 0 && IsWholeName(current_) && CountCodePoints(current_) > 1) Finish(false);
      } else if (const std::size_t length = depth == 0 ? ConjunctionAt(i) : 0; length != 0) {
        Finish(false);
        i += length - 1;
      } else {
        AppendUtf8(c, current_);
        if (depth == 0 && BracketDepth(c) < 0) FinishByRole();
      }
    }
    Finish(true);
    return std::move(pieces_);
  }

 private:
  // The length in code points of a 和 or the like that parts two names; 0 if none stands here. In
  // 对外投资和经济合作处 what stands before it is no whole name.
  std::size_t ConjunctionAt(std::size_t at) const {
    constexpr std::size_t kLongest = 2;
    const std::string next = EncodeUtf8(std::u32string_view(text_).substr(at, kLongest));
    const std::size_t length = CountCodePoints(StartingWord(next, Conjunctions()));
    const bool parts = length != 0 && at + length < text_.size() && IsWholeName(current_);
    return parts ? length : 0;
  }

  // 甲处（牵头）: the bracket is no part of the name.
  void FinishByRole() {
    const std::optional<Office::Role> role = TrailingRole(current_);
    if (!role) return;
    current_.resize(current_.size() - TrailingBracket(current_));
    Finish(false);
    pieces_.back().role = role;
  }

  void Finish(bool ends_run) {
    if (!current_.empty()) pieces_.push_back({std::move(current_), false, std::nullopt});
    current_.clear();
    if (ends_run && !pieces_.empty()) pieces_.back().ends_run = true;
  }

  std::u32string text_;
  std::string current_;
  std::vector<Piece> pieces_;
};

bool HasQuantifier(std::string_view name) { return ContainsAny(name, Quantifiers()); }

bool IsGroup(std::string_view name) {
  return !EndingWord(name, GroupNouns()).empty() || HasQuantifier(name) ||
         ContainsAny(name, OpenWords());
}

// Distributes heads over a run of pieces: what one piece leaves out, its neighbour supplies.
class Distributor {
 public:
  std::vector<Named> Distribute(const std::vector<Piece>& pieces) {
    for (const Piece& piece : pieces) {
      Add(piece);
      if (piece.ends_run) EndRun();
    }
    return std::move(names_);
  }

 private:
  void Add(const Piece& piece) {
    const std::string_view noun = Noun(piece.text);
    if (noun.empty()) {
      unfinished_.push_back({piece.text, piece.role});
      return;
    }
    const std::string name = Completed(piece.text, noun);
    for (const Named& head : unfinished_) {
      names_.push_back({head.name + std::string(noun), head.role});
    }
    unfinished_.clear();
    names_.push_back({name, piece.role});
    last_group_ = IsGroup(name) ? name : "";
  }

  // The name with what it takes over from names before it.
  std::string Completed(const std::string& text, std::string_view noun) const {
    // 全体处室、部门: a bare noun takes the qualifier of the group before it.
    if (text == noun && !last_group_.empty() && unfinished_.empty()) {
      const std::string_view last_noun = Noun(last_group_);
      return last_group_.substr(0, last_group_.size() - last_noun.size()) + text;
    }
    // 各行政执法、行政审批处室: the quantifier stands once, for all of them.
    if (!unfinished_.empty() && !HasQuantifier(text)) {
      return std::string(StartingWord(unfinished_.front().name, Quantifiers())) + text;
    }
    return text;
  }

  void EndRun() {
    names_.insert(names_.end(), unfinished_.begin(), unfinished_.end());
    unfinished_.clear();
    last_group_.clear();
  }

  std::vector<Named> names_;
  std::vector<Named> unfinished_;  // heads that wait for the noun of a later piece
  std::string last_group_;         // the piece before, if it was a group
};

Office::By Classify(std::string_view name) {
  if (ContainsAny(name, DocumentWords())) return Office::By::kDocument;
  if (ContainsAny(name, CaseWords())) return Office::By::kCase;
  if (!IsGroup(name)) return Office::By::kName;
  return ContainsAny(name, OpenWords()) ? Office::By::kOpen : Office::By::kGroup;
}

}  // namespace

const char* ToString(Office::By by) {
  switch (by) {
    case Office::By::kName:
      return "name";
    case Office::By::kGroup:
      return "group";
    case Office::By::kOpen:
      return "open";
    case Office::By::kCase:
      return "case";
    case Office::By::kDocument:
      return "document";
  }
  KAOPING_CHECK(false);
}

const char* ToString(Office::Role role) {
  switch (role) {
    case Office::Role::kLead:
      return "lead";
    case Office::Role::kSupport:
      return "support";
  }
  KAOPING_CHECK(false);
}

bool IsWholeName(std::string_view name) { return !Noun(name).empty(); }

std::vector<Office> ReadOffices(std::string_view cell) {
  const OfficeCell alone = {std::string(cell), ""};
  return ReadOffices(std::span(&alone, 1));
}

std::vector<Office> ReadOffices(std::span<const OfficeCell> cells) {
  std::vector<Office> offices;
  std::map<std::string, std::size_t> listed;  // by name, its index in `offices`
  for (const OfficeCell& cell : cells) {
    const std::optional<Office::Role> below = RoleOfHeading(cell.heading);
    for (const RoleSegment& segment : CutByRole(cell.text)) {
      const std::optional<Office::Role> role = segment.role ? segment.role : below;
      for (const Named& named : Distributor().Distribute(Splitter(segment.text).Split())) {
        const auto [found, is_new] = listed.try_emplace(named.name, offices.size());
        if (is_new) offices.push_back({named.name, Classify(named.name), std::nullopt});
        Office& office = offices[found->second];
        if (!office.role) office.role = named.role ? named.role : role;
      }
    }
  }
  InferLead(offices);
  return offices;
}

std::vector<std::string> ReadBodies(std::string_view line) {
  std::vector<std::string> bodies;
  std::vector<Piece> run;
  for (const Piece& piece : Splitter(line).Split()) {
    run.push_back(piece);
    if (!piece.ends_run) continue;
    // 各县（市）、区人民政府 is one phrase; 发改委、财政局 are two bodies.
    const bool apart = std::all_of(run.begin(), run.end(), [](const Piece& part) {
      return IsWholeName(part.text) && CountCodePoints(part.text) >= 3;
    });
    if (apart) {
      for (const Piece& part : run) bodies.push_back(part.text);
    } else {
      std::string phrase;
      for (const Piece& part : run) phrase += (phrase.empty() ? "" : "、") + part.text;
      bodies.push_back(phrase);
    }
    run.clear();
  }
  return bodies;
}

}  // namespace kaoping::notice
