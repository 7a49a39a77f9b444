#include "document/ofd_reader.h"

#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "document/layout.h"
#include "document/ofd_page.h"
#include "document/ofd_units.h"
#include "document/office_errors.h"
#include "document/part_name.h"
#include "document/xml.h"
#include "document/zip.h"

namespace kaoping::document {
namespace {

constexpr const char* kMainPart = "OFD.xml";

// What GM/T 0099 adds to a file that it encrypts.
bool IsEncrypted(const Zip& zip) {
  return zip.Has("Encryptions.xml") || zip.Has("decryptseed.dat");
}

class OfdReader {
 public:
  OfdReader(std::string_view file_name, Zip zip) : file_name_(file_name), zip_(std::move(zip)) {}

  Result<std::vector<Page>> Read() {
    if (IsEncrypted(zip_)) return EncryptedFile(file_name_);
    KAOPING_TRY(const Xml main, ReadPart(kMainPart));
    bool has_body = false;
    for (const pugi::xml_node& body : main.root().children()) {
      if (LocalName(body) != "DocBody") continue;
      has_body = true;
      KAOPING_TRY_STATUS(ReadBody(ResolvePart("", Child(body, "DocRoot").text().get())));
    }
    if (!has_body) return DamagedFile(file_name_);
    return std::move(pages_);
  }

 private:
  // Where parts of a document are, and what they share.
  struct Body {
    std::string folder;
    OfdUnits units;
    Page empty;                                    // of the usual size
    std::map<std::string, std::string> templates;  // the part of each id
    std::map<std::string, Page> read;              // those that have been read
  };

  Result<Xml> ReadPart(const std::string& name) {
    KAOPING_TRY(std::string bytes, zip_.Read(name));
    return Xml::Parse(file_name_, std::move(bytes));
  }

  Status ReadBody(const std::string& part) {
    KAOPING_TRY(const Xml xml, ReadPart(part));
    Body body{std::string(FolderOf(part)), OfdUnits(file_name_, zip_), {}, {}, {}};
    const pugi::xml_node common = Child(xml.root(), "CommonData");
    // A4, where a file says nothing of its pages.
    body.empty.width = 595;
    body.empty.height = 842;
    ReadPhysicalBox(Child(common, "PageArea"), body.empty);
    AddResources(common, body.folder, body.units);
    for (const pugi::xml_node& node : common.children()) {
      if (LocalName(node) != "TemplatePage") continue;
      body.templates.emplace(Text(node, "ID"), ResolvePart(body.folder, Text(node, "BaseLoc")));
    }
    for (const pugi::xml_node& node : Child(xml.root(), "Pages").children()) {
      if (LocalName(node) != "Page") continue;
      if (pages_.size() >= kMostPages) return UnpackedTooLarge(file_name_);
      KAOPING_TRY_STATUS(ReadPage(ResolvePart(body.folder, Text(node, "BaseLoc")), body));
    }
    return Ok();
  }

  static void AddResources(const pugi::xml_node& of, std::string_view folder, OfdUnits& units) {
    for (const pugi::xml_node& node : of.children()) {
      const std::string_view name = LocalName(node);
      if (name == "PublicRes" || name == "DocumentRes" || name == "PageRes") {
        units.AddPart(ResolvePart(folder, node.text().get()));
      }
    }
  }

  static std::string Text(const pugi::xml_node& node, std::string_view name) {
    const char* const value = Attribute(node, name);
    return value == nullptr ? "" : value;
  }

  Status ReadPage(const std::string& part, Body& body) {
    KAOPING_TRY(const Xml xml, ReadPart(part));
    Page page = body.empty;
    ReadPhysicalBox(Child(xml.root(), "Area"), page);
    for (const pugi::xml_node& node : xml.root().children()) {
      if (LocalName(node) != "Template") continue;
      KAOPING_TRY_STATUS(AddTemplate(Text(node, "TemplateID"), body, page));
    }
    AddResources(xml.root(), FolderOf(part), body.units);
    KAOPING_TRY_STATUS(AddOfdContent(Child(xml.root(), "Content"), body.units, page));
    words_ += page.words.size();
    rules_ += page.rules.size();
    if (words_ > kMostWords || rules_ > kMostRules) return UnpackedTooLarge(file_name_);
    pages_.push_back(std::move(page));
    return Ok();
  }

  Status AddTemplate(const std::string& id, Body& body, Page& page) {
    auto found = body.read.find(id);
    if (found == body.read.end()) {
      const auto part = body.templates.find(id);
      if (part == body.templates.end()) return DamagedFile(file_name_);
      KAOPING_TRY(const Xml xml, ReadPart(part->second));
      Page content = body.empty;
      AddResources(xml.root(), FolderOf(part->second), body.units);
      KAOPING_TRY_STATUS(AddOfdContent(Child(xml.root(), "Content"), body.units, content));
      found = body.read.emplace(id, std::move(content)).first;
    }
    const Page& content = found->second;
    if (page.words.size() + content.words.size() > kMostWords ||
        page.rules.size() + content.rules.size() > kMostRules) {
      return UnpackedTooLarge(file_name_);
    }
    page.words.insert(page.words.end(), content.words.begin(), content.words.end());
    page.rules.insert(page.rules.end(), content.rules.begin(), content.rules.end());
    return Ok();
  }

  std::string file_name_;
  Zip zip_;
  std::vector<Page> pages_;
  std::size_t words_ = 0;
  std::size_t rules_ = 0;
};

}  // namespace

bool LooksLikeOfd(std::string_view bytes) {
  if (!LooksLikeZip(bytes)) return false;
  const Result<Zip> zip = Zip::Open("", bytes);
  return zip && zip->Has(kMainPart);
}

Result<std::vector<Block>> ReadOfd(std::string_view file_name, std::string_view bytes) {
  KAOPING_TRY(Zip zip, Zip::Open(file_name, bytes));
  KAOPING_TRY(std::vector<Page> pages, OfdReader(file_name, std::move(zip)).Read());
  return LayOut(file_name, std::move(pages));
}

}  // namespace kaoping::document
