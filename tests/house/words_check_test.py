#!/usr/bin/env python3
"""The check of words, shown trees that use another word and trees that may."""

import pathlib
import tempfile
import unittest

import words_check


def told(name, text):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        file = root / name
        file.parent.mkdir(parents=True)
        file.write_text(text, "utf-8")
        return words_check.check(root)


class WordsCheck(unittest.TestCase):
    def test_another_word_in_a_message_is_named(self):
        self.assertEqual(told("src/ledger/verify.cc", '\nreturn Say("台账不完整", "broken");\n'),
                         ["src/ledger/verify.cc:2: 台账: the glossary says 总账"])
        self.assertEqual(told("docs/operations.md", "先核验总账。\n"),
                         ["docs/operations.md:1: 核验: the glossary says 校验"])
        self.assertEqual(told("web/src/locales/zh-CN.json", '{"draft": "草稿"}\n'),
                         ["web/src/locales/zh-CN.json:1: 草稿: the glossary says 草案"])

    def test_what_a_notice_says_may_use_any_word(self):
        for name, text in (("src/rules/lex/lexicon.cc", 'U"方案 台账"'),
                           ("src/scheme/diff_sample_test.h", 'MakeTask("建立台账", "")'),
                           ("src/scheme/diff_test.cc", '"未建立台账的扣1分"'),
                           ("docs/diagnostics.md", "- triggers: `台账不清的每户扣分`")):
            self.assertEqual(told(name, text), [], name)
        self.assertEqual(told("docs/register.md", "登记台账记下每一次巡查。"), [])

    def test_an_example_excuses_nothing_beside_it(self):
        self.assertEqual(told("docs/diagnostics.md", "`台账不清的` 记入台账 `每户扣分`"),
                         ["docs/diagnostics.md:1: 台账: the glossary says 总账"])


if __name__ == "__main__":
    unittest.main()
