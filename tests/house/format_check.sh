#!/usr/bin/env bash
# Fails, naming the places, if a C++ file is not laid out as .clang-format says. `make format` mends it.
set -euo pipefail
cd "$1"
find src -name '*.cc' -print0 -o -name '*.h' -print0 | xargs -0 clang-format --dry-run --Werror
