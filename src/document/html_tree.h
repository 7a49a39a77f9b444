// Private to document/: a web page as a tree of elements, as browsers build it.

#ifndef KAOPING_DOCUMENT_HTML_TREE_H_
#define KAOPING_DOCUMENT_HTML_TREE_H_

#include <gumbo.h>

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

namespace kaoping::document {

class HtmlArena;

// Owns its nodes, and the text that they point into.
class HtmlTree {
 public:
  // Any text is a page. kInvalid "file-too-deep" if elements nest deeper than kDeepest (of xml.h),
  // so that walkers may recurse, or so that building the tree takes over 10 seconds of computing;
  // "file-unpacked-too-large" if the tree takes over 256 MB.
  // Requires: well-formed UTF-8.
  static Result<HtmlTree> Parse(std::string_view file_name, std::string text);

  HtmlTree(HtmlTree&&) noexcept;
  HtmlTree& operator=(HtmlTree&&) noexcept;
  ~HtmlTree();

  const GumboNode& root() const { return *root_; }

 private:
  HtmlTree();

  std::unique_ptr<std::string> text_;
  std::unique_ptr<HtmlArena> arena_;
  const GumboNode* root_ = nullptr;
};

bool IsElement(const GumboNode& node);
// GUMBO_TAG_UNKNOWN if the node is no element.
GumboTag TagOf(const GumboNode& node);
// None if the node is no element.
std::span<const GumboNode* const> ChildrenOf(const GumboNode& node);
// nullptr if the element lacks it.
const char* HtmlAttribute(const GumboNode& element, const char* name);
// `otherwise` if it lacks it, or what it has is no number; a number that is too great is the
// greatest.
int HtmlNumber(const GumboNode& element, const char* name, int otherwise);
// The value of the attribute style, in lower case and without blanks; "" if there is none.
std::string StyleOf(const GumboNode& element);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_HTML_TREE_H_
