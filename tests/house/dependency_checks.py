"""Breaks each dependency check of the house once, in a copy of the tree, and expects its words.

A check that nobody has seen fail may not be one.
"""

import json
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).parents[2]
BUILD = pathlib.Path(os.environ.get("KAOPING_BUILD_DIR", ROOT / "build/dev"))
PARTS = ("CMakeLists.txt", "CMakePresets.json", "cmake", "src", "tools", "docs", "api", "examples")


def run(*command, cwd):
    done = subprocess.run(command, cwd=cwd, text=True, encoding="utf-8",
                          env={**os.environ, "LC_ALL": "C.UTF-8"},  # messages in English
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    # CMake breaks its messages into lines of its own.
    return done.returncode, " ".join(done.stdout.split())


class DependencyChecks(unittest.TestCase):
    def setUp(self):
        self.copy = pathlib.Path(tempfile.mkdtemp(prefix="kaoping-house-"))
        self.addCleanup(shutil.rmtree, self.copy)
        for part in filter(lambda part: (ROOT / part).exists(), PARTS):
            copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
            copy(ROOT / part, self.copy / part)

    def edit(self, path, old, new):
        text = (self.copy / path).read_text("utf-8")
        self.assertIn(old, text)
        (self.copy / path).write_text(text.replace(old, new, 1), "utf-8")

    def configure(self):
        return run("cmake", "--preset", "dev", "-DBUILD_TESTING=OFF", cwd=self.copy)

    def test_a_room_added_before_what_it_uses_stops_cmake(self):
        self.edit("CMakeLists.txt", "add_subdirectory(src/text)\n", "")
        self.edit("CMakeLists.txt", "add_subdirectory(src/base)\n",
                  "add_subdirectory(src/text)\nadd_subdirectory(src/base)\n")
        status, output = self.configure()
        self.assertNotEqual(status, 0)
        self.assertIn("text uses base, which must be added before it in the root CMakeLists.txt",
                      output)

    def test_an_include_that_deps_does_not_list_is_named(self):
        self.edit("src/base/date.cc", '#include "base/date.h"', '#include "text/place.h"')
        status, output = run(sys.executable, "tools/check_layers.py", cwd=self.copy)
        self.assertEqual(status, 1)
        self.assertIn("src/base/date.cc:1: base may not include text; its DEPS are: none", output)

    def test_a_header_that_does_not_compile_alone_stops_the_build(self):
        (self.copy / "src/base/date.h").write_text("inline std::string Forgotten();\n", "utf-8")
        self.assertEqual(self.configure()[0], 0)
        status, output = run("cmake", "--build", "--preset", "dev", "--target",
                             "kaoping_base_verify_interface_header_sets", cwd=self.copy)
        self.assertNotEqual(status, 0)
        self.assertRegex(output, r"base/date\.h:1:\d+: error: .string. in namespace .std. does not name")

    def test_an_ignored_result_stops_the_build(self):
        commands = json.loads((BUILD / "compile_commands.json").read_text("utf-8"))
        entry = next(c for c in commands if c["file"].endswith("src/base/date.cc"))
        source = self.copy / "ignored.cc"
        source.write_text('#include "base/result.h"\n'
                          "kaoping::Status Try() { return kaoping::Ok(); }\n"
                          "void Ignore() { Try(); }\n", "utf-8")
        words = shlex.split(entry["command"])
        command = words[:words.index("-o")] + ["-fsyntax-only", str(source)]
        status, output = run(*command, cwd=entry["directory"])
        self.assertNotEqual(status, 0)
        self.assertRegex(output, r"ignored\.cc:3:\d+: error: ignoring returned value")

    def test_a_room_the_architecture_page_forgets_is_named(self):
        self.edit("docs/architecture.md", "| `text/` |", "| text |")
        status, output = run(sys.executable, "tools/check_layers.py", cwd=self.copy)
        self.assertEqual(status, 1)
        self.assertIn("docs/architecture.md: its table of rooms is base, diag", output)


if __name__ == "__main__":
    unittest.main()
