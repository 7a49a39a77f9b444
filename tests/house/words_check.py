#!/usr/bin/env python3
"""One word for one thing: words that docs/glossary.md has another word for stand in no message.

    words_check.py ROOT

What a notice may say is free to use any word: the vocabulary of notices and rules, tests and their
samples, and, between backticks, the clauses that the documentation gives as examples.
"""

import pathlib
import re
import sys

# The ledger is 总账; a register in which an office enters its work is a 登记台账.
GLOSSARY = {"口令": "密码", "(?<!登记)台账": "总账", "检查点": "校验点", "核验": "校验",
            "哈希": "校验值", "草稿": "草案", "账户": "账号", "名册": "名录"}
FREE = ("src/rules/", "src/notice/vocabulary.cc")
SAMPLES = ("_test.cc", "_test.h")
EXAMPLE = re.compile("`[^`]*`")


def files_with_messages(root):
    source = [file for pattern in ("*.cc", "*.h") for file in (root / "src").rglob(pattern)]
    prose = [*(root / "docs").rglob("*.md"), *root.glob("*.md")]
    locales = (root / "web/src/locales").glob("*.json")
    for file in sorted([*source, *prose, *locales]):
        name = str(file.relative_to(root))
        if not name.startswith(FREE) and not name.endswith(SAMPLES):
            yield name, file


def check(root):
    """The places that use another word, as sentences."""
    found = []
    for name, file in files_with_messages(root):
        for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1):
            if name.endswith(".md"):
                line = EXAMPLE.sub("", line)
            for word, right in GLOSSARY.items():
                if match := re.search(word, line):
                    found.append(f"{name}:{number}: {match[0]}: the glossary says {right}")
    return found


def main(root):
    found = check(pathlib.Path(root))
    for sentence in found:
        print(sentence)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
