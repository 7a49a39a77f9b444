// Private to document/: a part of an Office file as a tree of elements.

#ifndef KAOPING_DOCUMENT_XML_H_
#define KAOPING_DOCUMENT_XML_H_

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "base/result.h"

namespace kaoping::document {

// The deepest nesting of elements; walkers may therefore recurse. Word itself nests text boxes in
// tables in content controls some sixty deep.
inline constexpr int kDeepest = 200;
// The most elements and attributes of a part: 500 000 cells need 4 million.
inline constexpr std::size_t kMostMarks = 6'000'000;

// Whether a part may have more than kMostMarks.
bool HasTooManyMarks(std::string_view text);

// How all of them are parsed.
inline constexpr unsigned kParseOptions =
    pugi::parse_default | pugi::parse_ws_pcdata_single | pugi::parse_doctype;

// Owns the text that its tree points into.
class Xml {
 public:
  // kInvalid "file-damaged" if `text` is no well-formed XML in UTF-8 or UTF-16 or has a document
  // type (which Office files may not have, and entities could come from); "file-too-deep";
  // "file-unpacked-too-large" past kMostMarks. Entities other than XML's own five are left as they
  // are written.
  static Result<Xml> Parse(std::string_view file_name, std::string text);

  pugi::xml_node root() const { return document_->document_element(); }

 private:
  std::unique_ptr<std::string> text_;
  std::unique_ptr<pugi::xml_document> document_;
};

// A name without its prefix. No two namespaces in these files share a local name that a reader
// tells apart, so that prefixes, which programs choose freely, are not looked at.
inline std::string_view WithoutPrefix(const char* written) {
  // Most names in a worksheet have one letter.
  if (written[0] != '\0' && written[1] == '\0') return {written, 1};
  const std::string_view name(written);
  return name.substr(name.find(':') + 1);
}
inline std::string_view LocalName(const pugi::xml_node& node) { return WithoutPrefix(node.name()); }
inline std::string_view LocalName(const pugi::xml_attribute& attribute) {
  return WithoutPrefix(attribute.name());
}

// The first child element with this local name; null if there is none.
pugi::xml_node Child(const pugi::xml_node& node, std::string_view name);

// The value of the attribute with this local name; nullptr if there is none.
const char* Attribute(const pugi::xml_node& node, std::string_view name);
// As a number; `otherwise` if there is none or it is none.
int NumberAttribute(const pugi::xml_node& node, std::string_view name, int otherwise);

// Whether an element that switches something says on: present, and not "0", "false" or "off".
bool IsOn(const pugi::xml_node& element);

// `text` with U+FFFD for what is not well-formed UTF-8: a reference may name half a character.
std::string WellFormed(std::string_view text);

// Appends the characters of an element's text, without control characters but for line breaks; a
// tab becomes a blank.
void AppendText(const pugi::xml_node& element, std::string& out);
// The same; where it has to be put together, in `held`.
std::string_view TextOf(const pugi::xml_node& element, std::string& held);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_XML_H_
