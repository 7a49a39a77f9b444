"""The runner must fail where a scenario does not hold, or nobody could trust it when it passes."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

FOLDER = pathlib.Path(__file__).parent
BEGIN = """功能: 试
  场景: 试
    假如 导入通知 “examples/nantong-2017/notice.txt”
"""


def run(steps):
    with tempfile.TemporaryDirectory() as folder:
        feature = pathlib.Path(folder) / "试.feature"
        feature.write_text(BEGIN + steps, "utf-8")
        return subprocess.run([sys.executable, FOLDER / "run.py", feature], env=os.environ,
                              text=True, encoding="utf-8", stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, check=False)


class Runner(unittest.TestCase):
    def expect(self, steps, status, *words):
        done = run(steps)
        for word in words:
            self.assertIn(word, done.stdout)
        self.assertEqual(done.returncode, status, done.stdout)

    def test_what_holds_passes(self):
        self.expect("    那么 方案共有\n      | 部分 |\n      | 8 |\n", 0, "1 passed, 0 failed")

    def test_a_wrong_figure_fails(self):
        self.expect("    那么 方案共有\n      | 部分 |\n      | 9 |\n", 1, "部分应有9，实有8",
                    "0 passed, 1 failed")

    def test_an_unknown_step_fails(self):
        self.expect("    那么 天气很好\n", 1, "没有这样的步骤：天气很好")

    def test_a_refused_command_fails(self):
        self.expect("    当 发布方案\n    那么 总账完整\n", 1, "publish")

    def test_a_refused_last_command_fails(self):
        self.expect("    当 发布方案\n", 1, "publish")

    def test_a_refusal_that_does_not_happen_fails(self):
        self.expect("    当 确认发布前的全部警告\n    并且 发布方案，理由是“试”\n    那么 被拒绝，状态为 1，提示中有\n"
                    "      | 字样 |\n      | 理由 |\n", 1, "没有被拒绝")

    def test_a_file_without_scenarios_fails(self):
        with tempfile.NamedTemporaryFile(suffix=".feature") as empty:
            self.assertEqual(subprocess.run([sys.executable, FOLDER / "run.py", empty.name],
                                            stdout=subprocess.DEVNULL, check=False).returncode, 1)


if __name__ == "__main__":
    unittest.main()
