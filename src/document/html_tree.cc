#include "document/html_tree.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <csetjmp>
#include <cstddef>
#include <ctime>
#include <limits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "document/office_errors.h"
#include "document/xml.h"

namespace kaoping::document {

// The memory of a tree, given back as a whole: gumbo frees a tree by recursion, as deep as the page
// has it. gumbo knows no failure to allocate, so that a tree too large, or too slow to build, is
// left by a jump; its C functions hold nothing that would leak.
class HtmlArena {
 public:
  enum class End { kDone, kTooLarge, kTooSlow };

  // Builds the tree of `text`, which has to outlive it; `output` is set if the end is kDone.
  End Build(const std::string& text, const GumboOutput*& output) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = [](void* arena, std::size_t size) {
      return static_cast<HtmlArena*>(arena)->Allocate(size);
    };
    options.deallocator = [](void*, void*) {};
    options.userdata = this;
    options.max_errors = 0;
    started_ = Seconds();
    switch (setjmp(left_)) {
      case 0:
        break;
      case kLeftTooLarge:
        return End::kTooLarge;
      default:
        return End::kTooSlow;
    }
    output = gumbo_parse_with_options(&options, text.data(), text.size());
    return End::kDone;
  }

 private:
  static constexpr int kLeftTooLarge = 1;
  static constexpr int kLeftTooSlow = 2;
  static constexpr std::size_t kMostMemory = std::size_t{256} << 20;
  static constexpr std::size_t kChunk = std::size_t{1} << 20;
  static constexpr double kMostSeconds = 10;

  // Of computing, by this thread.
  static double Seconds() {
    std::timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
  }

  void* Allocate(std::size_t size) {
    constexpr std::size_t kAlignment = alignof(std::max_align_t);
    constexpr unsigned kEvery = 512;  // every element asks for memory
    const std::size_t rounded = (size + kAlignment - 1) / kAlignment * kAlignment;
    if (rounded > kMostMemory - used_) std::longjmp(left_, kLeftTooLarge);
    if (++calls_ % kEvery == 0 && Seconds() - started_ > kMostSeconds) {
      std::longjmp(left_, kLeftTooSlow);
    }
    if (rounded > free_.size()) AddChunk(std::max(rounded, kChunk));
    void* const memory = free_.data();
    free_ = free_.subspan(rounded);
    used_ += rounded;
    return memory;
  }

  void AddChunk(std::size_t size) {
    chunks_.push_back(std::make_unique<std::byte[]>(size));
    free_ = {chunks_.back().get(), size};
  }

  std::jmp_buf left_{};
  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::span<std::byte> free_;
  std::size_t used_ = 0;
  unsigned calls_ = 0;
  double started_ = 0;
};

namespace {

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Whether elements are opened and never closed by the thousand. For gumbo each costs a walk over
// all that are open; so most pages of this kind are refused before they take its time. Elements
// whose end may be left out are not counted.
bool NestsWithoutEnd(std::string_view text) {
  constexpr int kMostOpen = 5'000;
  constexpr std::array<std::string_view, 27> kNotCounted = {
      "p",  "li",   "dd",  "dt",    "option", "tr",    "td",    "th",     "thead",
      "br", "hr",   "img", "input", "meta",   "link",  "col",   "tbody",  "tfoot",
      "rt", "area", "rp",  "base",  "wbr",    "embed", "param", "source", "colgroup"};
  int open = 0;
  std::unordered_map<std::string, int> open_by_name;
  for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    std::string_view rest = text.substr(at + 1);
    const bool is_end = rest.starts_with('/');
    if (is_end) rest.remove_prefix(1);
    std::string name;
    for (const char c : rest.substr(0, 16)) {
      if (!IsLetter(c)) break;
      name += static_cast<char>(c | 0x20);
    }
    if (name.empty() ||
        std::find(kNotCounted.begin(), kNotCounted.end(), name) != kNotCounted.end()) {
      continue;
    }
    if (!is_end) {
      ++open_by_name[name];
      if (++open > kMostOpen) return true;
    } else if (const auto opened = open_by_name.find(name); opened != open_by_name.end()) {
      --open;
      if (--opened->second == 0) open_by_name.erase(opened);
    }
  }
  return false;
}

Error TooManyElements(std::string_view file_name) {
  return MakeError(ErrorKind::kInvalid, "file-unpacked-too-large",
                   Say("“{}”的元素太多，不像一份通知：请只保留通知和考评表",
                       "\"{}\" has too many elements for a notice: keep only the notice and its "
                       "table",
                       file_name));
}

bool IsDeeperThan(const GumboNode& root, int limit) {
  std::vector<std::pair<const GumboNode*, std::size_t>> path = {{&root, 0}};
  while (!path.empty()) {
    const auto children = ChildrenOf(*path.back().first);
    if (path.back().second == children.size()) {
      path.pop_back();
      continue;
    }
    const GumboNode* const child = children[path.back().second++];
    path.emplace_back(child, 0);
    if (path.size() > static_cast<std::size_t>(limit) + 1) return true;
  }
  return false;
}

}  // namespace

HtmlTree::HtmlTree() = default;
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;
HtmlTree::~HtmlTree() = default;

Result<HtmlTree> HtmlTree::Parse(std::string_view file_name, std::string text) {
  if (NestsWithoutEnd(text)) return TooDeep(file_name);
  HtmlTree tree;
  tree.text_ = std::make_unique<std::string>(std::move(text));
  tree.arena_ = std::make_unique<HtmlArena>();
  const GumboOutput* output = nullptr;
  switch (tree.arena_->Build(*tree.text_, output)) {
    case HtmlArena::End::kTooLarge:
      return TooManyElements(file_name);
    case HtmlArena::End::kTooSlow:
      return TooDeep(file_name);
    case HtmlArena::End::kDone:
      break;
  }
  tree.root_ = output->root;
  if (IsDeeperThan(tree.root(), kDeepest)) return TooDeep(file_name);
  return tree;
}

bool IsElement(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

GumboTag TagOf(const GumboNode& node) {
  return IsElement(node) ? node.v.element.tag : GUMBO_TAG_UNKNOWN;
}

std::span<const GumboNode* const> ChildrenOf(const GumboNode& node) {
  if (!IsElement(node)) return {};
  const GumboVector& children = node.v.element.children;
  return {reinterpret_cast<const GumboNode* const*>(children.data), children.length};
}

const char* HtmlAttribute(const GumboNode& element, const char* name) {
  const GumboAttribute* const attribute = gumbo_get_attribute(&element.v.element.attributes, name);
  return attribute == nullptr ? nullptr : attribute->value;
}

int HtmlNumber(const GumboNode& element, const char* name, int otherwise) {
  const char* const value = HtmlAttribute(element, name);
  if (value == nullptr) return otherwise;
  std::string_view digits(value);
  digits.remove_prefix(std::min(digits.find_first_not_of(" \t\n+"), digits.size()));
  int number = 0;
  const auto [end, error] = std::from_chars(digits.begin(), digits.end(), number);
  if (error == std::errc::result_out_of_range) return std::numeric_limits<int>::max();
  return error == std::errc() ? number : otherwise;
}

std::string StyleOf(const GumboNode& element) {
  const char* const value = HtmlAttribute(element, "style");
  std::string style;
  if (value == nullptr) return style;
  for (const char c : std::string_view(value)) {
    if (c > ' ') style += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return style;
}

}  // namespace kaoping::document
