// Private to document/: an Office Open XML file, whose parts are found through their relationships
// and never by guessed names.

#ifndef KAOPING_DOCUMENT_PACKAGE_H_
#define KAOPING_DOCUMENT_PACKAGE_H_

#include <map>
#include <string>
#include <string_view>

#include "base/result.h"
#include "document/xml.h"
#include "document/zip.h"

namespace kaoping::document {

struct Relationship {
  std::string type;    // the last word of its address: "styles", "worksheet"
  std::string target;  // the name of a part, without the slash in front
};

class Package {
 public:
  // Opens the archive and its main part's relationships; what Zip::Open and Xml::Parse refuse, and
  // kInvalid "file-mislabelled" if it is an archive of another kind. `bytes` must outlive it.
  static Result<Package> Open(std::string_view file_name, std::string_view bytes);

  // The main part is called "document" in a Word file and "workbook" in an Excel file. kInvalid
  // "file-mislabelled" if it is called otherwise than `kind`; the message names the extension that
  // the file should have.
  Status CheckKind(std::string_view kind) const;

  const std::string& file_name() const { return file_name_; }
  // The main part, which can be taken once.
  Xml TakeMain() { return std::move(main_); }

  // The part that the main part names by this id; nullptr if none. Parts outside the file are not
  // among them: nothing is ever fetched.
  const Relationship* Find(std::string_view id) const;
  // Likewise the first of a type.
  const Relationship* FindType(std::string_view type) const;

  // Refuses what Zip::Read and Xml::Parse do.
  Result<Xml> Read(const Relationship& part);
  // The part as it is, for SheetPart. Refuses what Zip::Read does.
  Result<std::string> ReadBytes(const Relationship& part) { return zip_.Read(part.target); }

 private:
  explicit Package(Zip zip) : zip_(std::move(zip)) {}
  Result<std::map<std::string, Relationship, std::less<>>> ReadRelationships(std::string_view part);

  std::string file_name_;
  std::string kind_;
  Zip zip_;
  Xml main_;
  std::map<std::string, Relationship, std::less<>> relationships_;  // by id
};

// The extension that these bytes should have: ".docx", ".xlsx", or "" if they are neither.
std::string_view OfficeExtensionOf(std::string_view bytes);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_PACKAGE_H_
