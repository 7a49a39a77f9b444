#include "document/merges.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace kaoping::document {
namespace {

constexpr int kMostRows = 1'048'576;
constexpr int kMostColumns = 16'384;

}  // namespace

std::optional<SheetPlace> ReadSheetPlace(std::string_view text) {
  SheetPlace place;
  std::size_t letters = 0;
  for (; letters < text.size() && text[letters] >= 'A' && text[letters] <= 'Z'; ++letters) {
    place.column = place.column * 26 + (text[letters] - 'A' + 1);
    if (place.column > kMostColumns) return std::nullopt;
  }
  const std::string_view digits = text.substr(letters);
  const auto [end, error] = std::from_chars(digits.begin(), digits.end(), place.row);
  if (letters == 0 || error != std::errc() || end != digits.end()) return std::nullopt;
  if (place.row < 1 || place.row > kMostRows) return std::nullopt;
  return place;
}

std::optional<Merge> ReadMerge(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto first = ReadSheetPlace(text.substr(0, colon));
  const auto last = ReadSheetPlace(text.substr(colon + 1));
  if (!first || !last || last->row < first->row || last->column < first->column) {
    return std::nullopt;
  }
  return Merge{*first, *last};
}

Merges::Merges(std::vector<Merge> merges) : merges_(std::move(merges)) {
  std::stable_sort(merges_.begin(), merges_.end(),
                   [](const Merge& a, const Merge& b) { return a.first.row < b.first.row; });
}

bool Merges::Overlaps(const Merge& merge) const {
  const auto next = active_.lower_bound(merge.first.column);
  if (next != active_.end() && next->first <= merge.last.column) return true;
  return next != active_.begin() && std::prev(next)->second->last.column >= merge.first.column;
}

void Merges::MoveTo(int row) {
  const auto drop_ended = [this](int before) {
    while (!ends_.empty() && ends_.begin()->first < before) {
      active_.erase(ends_.begin()->second);
      ends_.erase(ends_.begin());
    }
  };
  for (; next_ < merges_.size() && merges_[next_].first.row <= row; ++next_) {
    const Merge& merge = merges_[next_];
    drop_ended(merge.first.row);
    if (Overlaps(merge)) continue;
    active_.emplace(merge.first.column, &merge);
    ends_.emplace(merge.last.row, merge.first.column);
  }
  drop_ended(row);
}

const Merge* Merges::At(int column) const {
  const auto next = active_.upper_bound(column);
  if (next == active_.begin()) return nullptr;
  const Merge* const merge = std::prev(next)->second;
  return merge->last.column >= column ? merge : nullptr;
}

}  // namespace kaoping::document
