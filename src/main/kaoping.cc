// kaoping: see docs/architecture.md.

#include <iostream>

#include "cli/run.h"

int main(int argc, char** argv) {
  // Streams are used alone: mixing with stdio would only slow them down.
  std::ios::sync_with_stdio(false);
  return kaoping::cli::Run({argv + 1, argv + argc}, std::cin, std::cout, std::cerr);
}
