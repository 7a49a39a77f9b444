// Private to document/: the names of the parts of a packed file, as other parts give them.

#ifndef KAOPING_DOCUMENT_PART_NAME_H_
#define KAOPING_DOCUMENT_PART_NAME_H_

#include <string>
#include <string_view>

namespace kaoping::document {

// The folder of a part, with the slash behind it; "" for one at the root.
std::string_view FolderOf(std::string_view part);

// The name of the part that `target` leads to from a part in `folder`; a way out of the file ends
// at its root.
std::string ResolvePart(std::string_view folder, const std::string& target);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_PART_NAME_H_
