#!/usr/bin/env python3
"""One word for one thing: words that docs/glossary.md has another word for stand in no message.

    words_check.py ROOT

What a notice may say (the vocabulary of notices and rules) and tests may use any word.
"""

import pathlib
import sys

GLOSSARY = {"口令": "密码", "台账": "总账", "检查点": "校验点", "核验": "校验", "哈希": "校验值",
            "草稿": "草案", "账户": "账号", "名册": "名录"}
FREE = ("src/rules/", "src/notice/vocabulary.cc")


def main(root):
    root = pathlib.Path(root)
    files = [file for folder in ("src", "docs") for file in (root / folder).rglob("*")
             if file.suffix in (".cc", ".h", ".md")] + sorted(root.glob("*.md"))
    found = 0
    for file in sorted(files):
        name = str(file.relative_to(root))
        if name.startswith(FREE) or file.name.endswith("_test.cc"):
            continue
        for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1):
            for word, right in GLOSSARY.items():
                if word in line:
                    print(f"{name}:{number}: {word}: the glossary says {right}")
                    found += 1
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
