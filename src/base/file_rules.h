// Private to base/: which files a program that RunProgram starts may see and change (Landlock).

#ifndef KAOPING_BASE_FILE_RULES_H_
#define KAOPING_BASE_FILE_RULES_H_

#include <string>

namespace kaoping {

// A descriptor of the rules of ProgramCall::only_folder, for landlock_restrict_self: everything in
// `folder`, to read and run what is in the system's own folders, and `program`. −1 where the kernel
// has no such rules. The caller closes it.
int MakeFileRules(const std::string& program, const std::string& folder);

}  // namespace kaoping

#endif  // KAOPING_BASE_FILE_RULES_H_
