// Private to document/: the part of a worksheet, a few rows at a time: a tree of all its cells
// would take many times its size, and the time to fill memory that is looked at once.

#ifndef KAOPING_DOCUMENT_SHEET_PART_H_
#define KAOPING_DOCUMENT_SHEET_PART_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "document/xml.h"

namespace kaoping::document {

class SheetPart {
 public:
  // `text` is the whole part. Refuses what Xml::Parse does; rows are looked at by NextRows.
  static Result<SheetPart> Open(std::string_view file_name, std::string text);

  // The worksheet; the rows may be missing in it.
  pugi::xml_node root() const { return frame_.root(); }

  // A node with the next rows as its children; null behind the last. It lives until the next call.
  // Refuses what Xml::Parse does, of these rows; but what is too deep in them may pass, since
  // nobody goes deeper than the words of a cell.
  Result<pugi::xml_node> NextRows();

 private:
  // The rows of a part that is as programs write it, and can therefore be cut between them.
  struct Rows {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  static std::optional<Rows> FindRows(std::string_view text);

  explicit SheetPart(Xml frame) : frame_(std::move(frame)) {}

  std::string file_name_;
  Xml frame_;  // without the rows, if they are in `text_`
  std::unique_ptr<pugi::xml_document> some_ = std::make_unique<pugi::xml_document>();
  std::string text_;
  Rows rows_;              // that are left
  bool is_whole_ = false;  // the frame has the rows
};

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_SHEET_PART_H_
