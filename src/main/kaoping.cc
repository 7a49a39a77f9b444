// kaoping: see docs/architecture.md.

#include <iostream>

#include "cli/run.h"
#include "document/isolated.h"
#include "document/read.h"
#include "document/received.h"

int main(int argc, char** argv) {
  namespace document = kaoping::document;
  if (argc == 2 && argv[1] == document::kReaderArgument) {
    document::ServeReader(&document::ReadDocumentAs);
  }
  // Streams are used alone: mixing with stdio would only slow them down.
  std::ios::sync_with_stdio(false);
  const document::DocumentReader read_isolated = [](std::string_view name, std::string_view bytes) {
    return document::ReadReceived({}, {}, name, bytes);
  };
  const document::DocumentReader read_in_copy = [](std::string_view name, std::string_view bytes) {
    return document::ReadReceived({.in_copy = &document::ReadDocumentAs}, {}, name, bytes);
  };
  return kaoping::cli::Run({argv + 1, argv + argc}, std::cin, std::cout, std::cerr, read_isolated,
                           read_in_copy);
}
