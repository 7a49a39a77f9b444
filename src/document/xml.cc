#include "document/xml.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/utf8.h"
#include "document/office_errors.h"

namespace kaoping::document {
namespace {

// Finds what no walker should meet: goes down and up without recursion.
class Inspector : public pugi::xml_tree_walker {
 public:
  bool for_each(pugi::xml_node& node) override {
    has_type_ = has_type_ || node.type() == pugi::node_doctype;
    is_too_deep_ = is_too_deep_ || depth() > kDeepest;
    return !has_type_ && !is_too_deep_;
  }
  bool has_type() const { return has_type_; }
  bool is_too_deep() const { return is_too_deep_; }

 private:
  bool has_type_ = false;
  bool is_too_deep_ = false;
};

void AppendCharacters(std::string_view text, std::string& out) {
  if (FirstInvalidUtf8(text)) return AppendCharacters(WellFormed(text), out);
  const auto is_plain = [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F; };
  while (!text.empty()) {
    const auto* const special = std::find_if_not(text.begin(), text.end(), is_plain);
    out.append(text.begin(), special);
    if (special == text.end()) return;
    if (*special == '\n') out += '\n';
    if (*special == '\t') out += ' ';
    text.remove_prefix(static_cast<std::size_t>(special - text.begin()) + 1);
  }
}

}  // namespace

bool HasTooManyMarks(std::string_view text) {
  if (text.size() <= kMostMarks) return false;
  const auto marks =
      std::count_if(text.begin(), text.end(), [](char c) { return c == '<' || c == '='; });
  return static_cast<std::size_t>(marks) > kMostMarks;
}

Result<Xml> Xml::Parse(std::string_view file_name, std::string text) {
  if (HasTooManyMarks(text)) return UnpackedTooLarge(file_name);
  const bool is_utf16 = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
  if (!is_utf16 && FirstInvalidUtf8(text)) return DamagedFile(file_name);
  Xml xml;
  xml.text_ = std::make_unique<std::string>(std::move(text));
  xml.document_ = std::make_unique<pugi::xml_document>();
  const pugi::xml_parse_result result =
      xml.document_->load_buffer_inplace(xml.text_->data(), xml.text_->size(), kParseOptions);
  if (!result || !xml.root()) return DamagedFile(file_name);
  Inspector inspector;
  xml.document_->traverse(inspector);
  if (inspector.has_type()) return DamagedFile(file_name);
  if (inspector.is_too_deep()) return TooDeep(file_name);
  return xml;
}

pugi::xml_node Child(const pugi::xml_node& node, std::string_view name) {
  pugi::xml_node child = node.first_child();
  while (child && LocalName(child) != name) child = child.next_sibling();
  return child;
}

const char* Attribute(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute& attribute : node.attributes()) {
    if (LocalName(attribute) == name) return attribute.value();
  }
  return nullptr;
}

int NumberAttribute(const pugi::xml_node& node, std::string_view name, int otherwise) {
  const char* const value = Attribute(node, name);
  if (value == nullptr) return otherwise;
  const std::string_view digits(value);
  int number = 0;
  const auto [end, error] = std::from_chars(digits.begin(), digits.end(), number);
  return error == std::errc() ? number : otherwise;
}

bool IsOn(const pugi::xml_node& element) {
  if (!element) return false;
  const char* const value = Attribute(element, "val");
  if (value == nullptr) return true;
  const std::string_view word(value);
  return word != "0" && word != "false" && word != "off";
}

std::string WellFormed(std::string_view text) {
  std::string out;
  while (const auto bad = FirstInvalidUtf8(text)) {
    out += text.substr(0, *bad);
    out += "\uFFFD";
    text.remove_prefix(*bad + 1);
  }
  return out.append(text);
}

std::string_view TextOf(const pugi::xml_node& element, std::string& held) {
  const std::string_view value = element.value();
  const auto is_plain = [](char c) { return c >= 0x20 && c < 0x7F; };
  if (!element.first_child() && std::all_of(value.begin(), value.end(), is_plain)) return value;
  held.clear();
  AppendText(element, held);
  return held;
}

void AppendText(const pugi::xml_node& element, std::string& out) {
  AppendCharacters(element.value(), out);  // where the first are not a node of their own
  for (auto child = element.first_child(); child; child = child.next_sibling()) {
    if (child.type() != pugi::node_pcdata && child.type() != pugi::node_cdata) continue;
    AppendCharacters(child.value(), out);
  }
}

}  // namespace kaoping::document
