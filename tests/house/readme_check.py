#!/usr/bin/env python3
"""The READMEs' example is what the program prints.

usage: readme_check.py KAOPING README...
"""
import re
import subprocess
import sys


def example(path):
    lines = open(path, encoding="utf-8").read().split("\n")
    first = next(i for i, line in enumerate(lines) if line.startswith("    $ kaoping compile "))
    criterion = re.search(r'"(.*)"', lines[first]).group(1)
    shown = []
    for line in lines[first + 1 :]:
        if line and not line.startswith("    "):
            break
        shown.append(line[4:])
    return criterion, "\n".join(shown).strip()


def main():
    kaoping, readmes = sys.argv[1], sys.argv[2:]
    for path in readmes:
        criterion, shown = example(path)
        output = subprocess.run([kaoping, "compile", criterion], capture_output=True, text=True, check=True).stdout
        printed = "\n".join(line.rstrip() for line in output.split("\n")).strip()
        if printed != shown:
            sys.exit(f"{path}: the example is not what is printed:\n{printed}")


main()
