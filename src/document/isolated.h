// Isolated: ReadDocument in a child process, which a hostile file may take down or take over
// without harm: it has no network, no files, little memory and little time.
//
// The child is this executable again, so that there is one program to install and both ends are of
// one version. Its main function calls ServeReader where its first argument is kReaderArgument.

#ifndef KAOPING_DOCUMENT_ISOLATED_H_
#define KAOPING_DOCUMENT_ISOLATED_H_

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"
#include "document/document.h"
#include "document/read.h"

namespace kaoping::document {

// Between the two programs alone; nobody types it.
inline constexpr std::string_view kReaderArgument = "--serve-reader";

// ReadDocumentAs, or what a test has in its place.
using ReaderInChild = Result<Document> (*)(std::string_view extension, std::string_view file_name,
                                           std::string_view bytes);

struct Isolation {
  // Calls ServeReader if its only argument is kReaderArgument.
  std::string executable = "/proc/self/exe";
  // If set, and this process has never had another thread, the child is no new program but a copy
  // of this process that calls this reader: it is there in half the time, and shut in just the
  // same, but has in its memory what this process has. Not for one that has others' secrets.
  ReaderInChild in_copy = nullptr;
  std::chrono::milliseconds time{45'000};
  int cpu_seconds = 30;  // the longest that a reader takes of itself is 10 (html_tree.h)
  // Address space: the program and its libraries, what the readers' own limits allow, and a
  // multiple of the file. None under AddressSanitizer.
  std::size_t memory = std::size_t{1} << 30;
  std::size_t memory_per_byte = 16;
};

// The same as ReadDocument(file_name, bytes), word for word (of a .pdf, poppler's programs are run
// before the child, which reads what they tell); and kInvalid, if the child does not
// come to an end by itself:
//   "reader-crashed"   it crashed, did what it may not do, or gave an answer that cannot be
//   "reader-too-slow"  past the time
//   "reader-too-large" past the memory, or more words than a notice can have
// kUnavailable "reader-unavailable" if the machine lets no process be shut in; the file is then not
// read at all. Safe to call from several threads.
Result<Document> ReadIsolated(const Isolation& isolation, std::string_view file_name,
                              std::string_view bytes);

// Likewise ReadDocumentAs(extension, file_name, bytes).
Result<Document> ReadIsolatedAs(const Isolation& isolation, std::string_view extension,
                                std::string_view file_name, std::string_view bytes);

// The child: takes the file from standard input, shuts itself in, reads the file with `read`, and
// writes the outcome to standard output. Never returns. Requires: no other threads.
[[noreturn]] void ServeReader(ReaderInChild read);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_ISOLATED_H_
