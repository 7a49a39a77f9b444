#!/usr/bin/env python3
"""Rewrites the expectations of tests/clauses from what the compiler says now.

usage: tools/update_golden.py [BUILD_DIR]      (default build/dev)

Read the diff afterwards: it is the review.
"""
import os
import pathlib
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parent.parent
build = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else root / "build" / "dev"
test = build / "bin" / "clauses_test"
if not test.exists():
    sys.exit(f"{test} is not built: run cmake --build first")
sys.exit(subprocess.run([test, "--gtest_brief=1"], env={**os.environ, "KAOPING_UPDATE_GOLDEN": "1"}).returncode)
