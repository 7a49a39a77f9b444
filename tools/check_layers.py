#!/usr/bin/env python3
"""Holds every #include to the DEPS of its room, and docs/architecture.md to the rooms there are.

Prints one line for each offence and exits with 1 if there is any. Usage: check_layers.py [ROOT]
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[1])
LISTS = re.compile(r"kaoping_(?:library|program)\(\s*(\w+)([^)]*)\)")
INCLUDE = re.compile(r'\s*#\s*include\s+"([^"]+)/[^"/]+"')


def read_rooms():
    """Folder under src/ → (name, DEPS), in the order of the root CMakeLists.txt."""
    rooms = {}
    root = (ROOT / "CMakeLists.txt").read_text("utf-8")
    for folder in re.findall(r"^add_subdirectory\(src/(\S+)\)", root, re.M):
        lists = (ROOT / "src" / folder / "CMakeLists.txt").read_text("utf-8")
        name, arguments = LISTS.search(lists).groups()
        deps = re.search(r"\bDEPS((?:\s+[a-z]\w*)*)", arguments)
        rooms[folder] = (name, deps.group(1).split() if deps else [])
    return rooms


def check_includes(rooms):
    for source in sorted((ROOT / "src").rglob("*.[ch]*")):
        where = source.relative_to(ROOT).as_posix()
        folder = source.parent.relative_to(ROOT / "src").as_posix()
        if folder not in rooms:
            yield f"{where}: src/{folder} is no room of the root CMakeLists.txt"
            continue
        name, deps = rooms[folder]
        for number, line in enumerate(source.read_text("utf-8").splitlines(), start=1):
            included = INCLUDE.match(line)
            other = rooms[included[1]][0] if included and included[1] in rooms else name
            if other != name and other not in deps:
                yield (f"{where}:{number}: {name} may not include {other}; "
                       f"its DEPS are: {', '.join(deps) or 'none'}")


def check_architecture(rooms):
    page = (ROOT / "docs/architecture.md").read_text("utf-8")
    named = re.findall(r"^\| `(\S+)/` \|", page, re.M)
    if named != list(rooms):
        yield (f"docs/architecture.md: its table of rooms is {', '.join(named)}; "
               f"the root CMakeLists.txt adds {', '.join(rooms)}")


if __name__ == "__main__":
    found = read_rooms()
    offences = [*check_includes(found), *check_architecture(found)]
    print("".join(f"{offence}\n" for offence in offences), end="")
    sys.exit(1 if offences else 0)
