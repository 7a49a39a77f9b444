#!/usr/bin/env python3
"""Puts the files of a folder into the program.

    embed.py --name web --out build/embedded/web FOLDER

writes OUT.s, an assembly file that takes in every file with .incbin and, where it is worth it, a
gzip of it, and OUT.cc, the function kaoping::api::embedded::<Name>Files() that lists them. A folder
that does not exist is an empty list.
"""

import argparse
import gzip
import hashlib
import pathlib

MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonl": "application/jsonl; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}
COMPRESSED_ALREADY = {".png", ".woff2"}

SOURCE = """\
// Made by tools/embed.py; do not edit.
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "api/embedded.h"

{declarations}
namespace kaoping::api::embedded {{
namespace {{

[[maybe_unused]] std::string_view Bytes(const unsigned char* begin, std::size_t size) {{
  return {{reinterpret_cast<const char*>(begin), size}};
}}

}}  // namespace

std::span<const File> {function}() {{
  static const std::array<File, {count}> files = {{{{
{rows}
  }}}};
  return files;
}}

}}  // namespace kaoping::api::embedded
"""


def c_string(text):
    """A C string literal; every byte that is not plain ASCII as an octal escape."""
    plain = lambda byte: chr(byte) if 32 <= byte < 127 and byte not in b'"\\' else f"\\{byte:03o}"
    return '"' + "".join(map(plain, text.encode())) + '"'


class Writer:
    """Collects the labels of both files."""

    def __init__(self, name):
        self.name = name
        self.assembly = ["# Made by tools/embed.py; do not edit.", "    .section .rodata"]
        self.declarations = []
        self.rows = []

    def take_in(self, label, path):
        self.assembly += [
            f"    .global {label}",
            "    .balign 16",
            f"{label}:",
            f"    .incbin {c_string(str(path))}",
        ]
        self.declarations.append(f"extern \"C\" const unsigned char {label}[];")

    def add(self, path, shown, gzip_folder):
        content = path.read_bytes()
        label = f"kaoping_{self.name}_{len(self.rows)}"
        self.take_in(label, path)
        bytes_of = f"Bytes({label}, {len(content)})"
        gzip_of = "{}"
        if path.suffix not in COMPRESSED_ALREADY:
            packed = gzip.compress(content, compresslevel=9, mtime=0)
            if len(packed) < len(content):
                packed_path = gzip_folder / f"{label}.gz"
                packed_path.write_bytes(packed)
                self.take_in(label + "_gz", packed_path)
                gzip_of = f"Bytes({label}_gz, {len(packed)})"
        media_type = MEDIA_TYPES.get(path.suffix, "application/octet-stream")
        digest = hashlib.sha256(content).hexdigest()
        self.rows.append(
            f"    {{{c_string(shown)}, {c_string(media_type)}, {c_string(digest)},\n"
            f"     {bytes_of}, {gzip_of}}},"
        )

    def source(self):
        return SOURCE.format(
            declarations="".join(line + "\n" for line in self.declarations),
            function=self.name.capitalize() + "Files",
            count=len(self.rows),
            rows="\n".join(self.rows),
        )


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--name", required=True)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    arguments = parser.parse_args()

    folder = arguments.folder.resolve()
    files = {"/" + path.relative_to(folder).as_posix(): path
             for path in folder.rglob("*") if path.is_file()}

    gzip_folder = arguments.out.with_suffix(".gz").resolve()
    gzip_folder.mkdir(parents=True, exist_ok=True)
    for old in gzip_folder.iterdir():
        old.unlink()

    writer = Writer(arguments.name)
    for shown in sorted(files, key=str.encode):
        writer.add(files[shown], shown, gzip_folder)
    # Without this section the linker would make the stack of the whole program executable.
    writer.assembly += ['    .section .note.GNU-stack,"",%progbits', ""]
    arguments.out.with_suffix(".s").write_text("\n".join(writer.assembly))
    arguments.out.with_suffix(".cc").write_text(writer.source())


if __name__ == "__main__":
    main()
