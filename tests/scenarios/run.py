#!/usr/bin/env python3
"""Runs scenarios (.feature files, in Chinese) over the commands of kaoping.

    run.py FEATURE...        with the executable in $KAOPING_BIN

tests/scenarios/README.md lists the steps. A scenario starts with nothing: no scheme, no facts, an
empty data folder. A command that fails, fails the scenario, unless the next step says that it is
refused. Prints each scenario and, last, “N passed, N failed”.
"""

import pathlib
import re
import sys
import traceback

from steps import ScenarioFailed, World, run_step

KEYWORDS = ("假如", "当", "那么", "并且")


class Scenario:
    def __init__(self, title, background):
        self.title = title
        self.steps = list(background)  # (line number, text, table or None)


def read_row(line):
    return [cell.strip() for cell in line.strip("|").split("|")]


def read_feature(path):
    """The scenarios of a file, each with the steps of its background in front."""
    scenarios, background, steps = [], [], None
    for number, raw in enumerate(path.read_text("utf-8").splitlines(), start=1):
        line = raw.strip()
        if not line or line.startswith("#") or line.startswith("功能:"):
            continue
        if line == "背景:":
            steps = background
        elif line.startswith("场景:"):
            scenarios.append(Scenario(line[len("场景:"):].strip(), background))
            steps = scenarios[-1].steps
        elif line.startswith("|") and steps:
            head = steps[-1][2]
            row = read_row(line)
            if head is None:
                steps[-1] = (*steps[-1][:2], [row])
            elif len(row) == len(head[0]):
                head.append(row)
            else:
                sys.exit(f"{path}:{number}: the row has {len(row)} cells, the head {len(head[0])}")
        elif steps is not None and line.startswith(KEYWORDS):
            keyword, _, text = line.partition(" ")
            steps.append((number, text.strip(), None))
        elif scenarios or steps is not None:
            sys.exit(f"{path}:{number}: neither a step nor a row: {line}")
        # Else: the description of the feature.
    return scenarios


def table_of(rows):
    """[{heading: cell}], without the cells that are empty; None for a step without a table."""
    if rows is None:
        return None
    return [{name: cell for name, cell in zip(rows[0], row) if cell} for row in rows[1:]]


def run_scenario(path, scenario):
    """Nothing if all went as written, else what did not and where."""
    with World() as world:
        number = 0
        try:
            for number, text, rows in scenario.steps:
                run_step(world, text, table_of(rows))
            world.expect_no_failure()
        except ScenarioFailed as failed:
            return f"{path}:{number}: {failed}"
        except Exception:  # A fault of the runner must not look like a passing scenario.
            return f"{path}:{number}: {traceback.format_exc()}"
    return None


def main(arguments):
    passed = failed = 0
    for path in map(pathlib.Path, arguments):
        for scenario in read_feature(path):
            trouble = run_scenario(path, scenario)
            print("失败" if trouble else "通过", scenario.title)
            if trouble:
                print("    " + trouble.replace("\n", "\n    "))
            passed, failed = passed + (not trouble), failed + bool(trouble)
    print(f"{passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
