"""The steps of scenarios: a small fixed grammar over the commands of kaoping.

Steps speak of schemes, facts, scores, reasons and what is owed; never of one policy.
"""

import decimal
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).parents[2]
KAOPING = os.environ.get("KAOPING_BIN", str(ROOT / "build/dev/bin/kaoping"))
READINGS = {"认定": "confirmed", "含待核实": "claimed", "预计": "projected"}
STATUSES = {"待核实": "claimed", "认定": "confirmed", "不予认定": "rejected"}

# Heading of a table of facts → (field, how its cell is read).
FACT_FIELDS = {
    "单位": ("unit", str), "规则": ("rule", str), "日期": ("on", str), "知悉": ("known", str),
    "编号": ("id", str), "冲销": ("reverses", str), "次数": ("count", str),
    "数值": ("value", str), "增加": ("add", str), "迟": ("late", str), "分值": ("points", str),
    "级别": ("level", str), "工作": ("work", str), "案件": ("case", str), "处室": ("office", str),
    "备注": ("note", str), "缺": ("missing", int), "名次": ("place", int),
    "有": ("present", lambda cell: cell.split("、")),
    "佐证": ("evidence", lambda cell: cell.split("、")),
    "成立": ("holds", lambda cell: {"是": True, "否": False}[cell]),
    "适用": ("applies", lambda cell: {"是": True, "否": False}[cell]),
    "状态": ("status", STATUSES.get),
}

STEPS = []


class ScenarioFailed(Exception):
    pass


def expect(condition, message):
    if not condition:
        raise ScenarioFailed(message)


def step(pattern):
    """Registers a step: “{name}” in the pattern takes what stands in quotation marks or between
    spaces; the function gets it by name."""
    regex = re.sub(r"\\?\{(\w+)\\?\}", r'(?:“(?P<\1_q>[^”]*)”|(?P<\1>[^\\s“”，]+))', pattern)

    def register(function):
        STEPS.append((re.compile(regex + r"$"), function))
        return function
    return register


def run_step(world, text, table):
    for regex, function in STEPS:
        match = regex.match(text)
        if not match:
            continue
        values = {}
        for name, value in match.groupdict().items():
            if value is not None:
                values[name.removesuffix("_q")] = value
        if table is not None:
            values["table"] = table
        if not getattr(function, "takes_refusal", False):
            world.expect_no_failure()
        function(world, **values)
        return
    raise ScenarioFailed(f"没有这样的步骤：{text}")


class World:
    """What a scenario has made so far, and the last command it ran."""

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="kaoping-scenario-"))
        self.data = self.folder / "data"
        self.scheme = None  # its id in the data folder
        self.stateless = None  # scheme/1 JSON, where the scenario scores without a data folder
        self.facts = []  # for scoring without a data folder
        self.imported = {}
        self.failure = None
        self.out = ""
        self.err = ""  # of the command refused last
        self.remembered = ""
        self.evidence = ""  # the id of an item
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)

    def kaoping(self, *arguments, stdin=""):
        done = subprocess.run([KAOPING, *arguments], input=stdin, text=True, encoding="utf-8",
                              cwd=ROOT, env={**os.environ, "KAOPING_DATA": str(self.data)},
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        self.failure = done if done.returncode else None
        return done.stdout

    def ask(self, *arguments, stdin=""):
        """A command that must not fail."""
        out = self.kaoping(*arguments, stdin=stdin)
        self.expect_no_failure()
        return out

    def expect_no_failure(self):
        if self.failure:
            failure, self.failure = self.failure, None
            raise ScenarioFailed(f"命令 {' '.join(failure.args[1:])} 以 {failure.returncode} 结束：\n"
                                 f"{failure.stdout}{failure.stderr}")

    def clocks(self, as_of, known_at):
        return [*(["--as-of", as_of] if as_of else []),
                *(["--known-at", known_at] if known_at else [])]

    def score(self, unit, reading, as_of=None, known_at=None):
        """The JSON of one scored unit."""
        options = ["--reading", READINGS[reading], *self.clocks(as_of, known_at)]
        if self.stateless is None:
            out = self.ask("score", self.scheme, "--unit", unit, "--format", "jsonl", *options)
        else:
            scheme, units = self.folder / "scheme.json", self.folder / "units.txt"
            scheme.write_text(json.dumps(self.stateless), "utf-8")
            units.write_text(unit, "utf-8")
            facts = "".join(json.dumps(fact, ensure_ascii=False) + "\n" for fact in self.facts)
            out = self.ask("evaluate", str(scheme), "-", "--units", str(units), *options,
                           stdin=facts)
        return json.loads(out, parse_float=decimal.Decimal)

    def explain(self, unit, reading, rule=None, as_of=None, known_at=None):
        """The reasons, as a clerk reads them."""
        return self.ask("explain", self.scheme, "--unit", unit, "--reading", READINGS[reading],
                        *(["--rule", rule] if rule else []), *self.clocks(as_of, known_at))


def path_of(name):
    path = ROOT / name
    expect(path.exists(), f"没有文件 {name}")
    return str(path)


def read_fact(row):
    expect(all(heading in FACT_FIELDS for heading in row),
           f"事实表不认识这些列：{'、'.join(set(row) - set(FACT_FIELDS))}")
    return {FACT_FIELDS[heading][0]: FACT_FIELDS[heading][1](cell) for heading, cell in row.items()}


def same(actual, expected, what):
    expect(decimal.Decimal(actual) == decimal.Decimal(expected),
           f"{what}应为{expected}，实为{actual}")


# ---- Schemes

@step("导入通知 {file}")
def import_notice(world, file):
    keep_import(world, path_of(file))


@step("导入文件 {name}")
def import_own_file(world, name):
    keep_import(world, str(world.folder / name))


def keep_import(world, path):
    out = world.kaoping("import", path, "--format", "json")
    if not world.failure:
        world.imported = json.loads(out)
        world.scheme = world.imported["scheme"]["id"]


@step("导入名录 {file}")
def import_register(world, file):
    world.kaoping("unit", "import", path_of(file))


@step("发布方案")
def publish(world):
    world.out = world.kaoping("publish", world.scheme)


@step("发布方案，理由是{reason}")
def publish_with_reason(world, reason):
    world.out = world.kaoping("publish", world.scheme, "--reason", reason)


@step("发布方案，没有规则的事实只留记录")
def publish_leaving_facts(world):
    world.out = world.kaoping("publish", world.scheme, "--leave-facts")


@step("确认发布前的全部警告")
def confirm_warnings(world):
    world.kaoping("settle", world.scheme, "--warnings")


@step("核定 {task}：确认")
def settle_by_confirming(world, task):
    world.kaoping("settle", world.scheme, task, "--confirm")


@step("核定 {task}：改写为{text}")
def settle_by_replacing(world, task, text):
    world.kaoping("settle", world.scheme, task, "--text", text)


@step("核定 {task}：挂账，理由是{reason}")
def settle_by_leaving(world, task, reason):
    world.kaoping("settle", world.scheme, task, "--leave", "--reason", reason)


@step("核定 {task}：撤回")
def take_settlement_back(world, task):
    world.kaoping("settle", world.scheme, task, "--reopen")


@step("考评标准的核定情况为")
def settlements_are(world, table):
    words = {None: "待核定", "confirmed": "已确认", "replaced": "已改写", "left": "挂账"}
    scheme = json.loads(world.kaoping("show", world.scheme, "--format", "json"))
    criteria = {task["key"]: task.get("criterion", {}) for section in scheme["sections"] for task in section["tasks"]}
    for row in table:
        state = words[criteria[row["编号"]].get("settled")]
        expect(state == row["状态"], f"{row['编号']}应为{row['状态']}，实为{state}")


@step("不用数据文件夹，直接按通知 {file} 计分")
def score_without_a_folder(world, file):
    world.stateless = json.loads(world.ask("parse", path_of(file), "--format", "json"))


@step("方案的 {field} 定为 {value}")
def set_in_scheme(world, field, value):
    expect(world.stateless is not None, "只有不用数据文件夹时才能改方案")
    *path, last = field.split(".")
    place = world.stateless
    for name in path:
        place = place[name]
    place[last] = value


# ---- Facts

@step("记录事实")
def record(world, table):
    facts = [read_fact({heading: cell.replace("$材料", world.evidence) for heading, cell in row.items()})
             for row in table]
    if world.stateless is not None:
        world.facts += facts
        return
    lines = "".join(json.dumps(fact, ensure_ascii=False) + "\n" for fact in facts)
    world.kaoping("record", world.scheme, "-", stdin=lines)


@step("记录文件 {file} 里的事实")
def record_file(world, file):
    world.kaoping("record", world.scheme, path_of(file))


@step("认定事实 {fact}")
def confirm(world, fact):
    world.kaoping("confirm", world.scheme, fact)


@step("不予认定事实 {fact}，理由是{reason}")
def reject(world, fact, reason):
    world.kaoping("reject", world.scheme, fact, "--note", reason)


# ---- Files and commands by themselves; $文件夹 stands for a folder of the scenario's own, $仓库 for
# that of the repository

@step("有文件 {name}，内容是 {text}")
def make_file(world, name, text):
    (world.folder / name).write_text(text, "utf-8")


@step("有文件 {name}，内容是十六进制 {digits}")
def make_binary_file(world, name, digits):
    (world.folder / name).write_bytes(bytes.fromhex(digits))


@step("有文件 {name}，内容是空的")
def make_empty_file(world, name):
    (world.folder / name).write_bytes(b"")


@step("有文件 {name}，大小是 {size} MB")
def make_large_file(world, name, size):
    with open(world.folder / name, "wb") as file:
        file.truncate(int(size) << 20)


@step("有文件 {name}，由 {other} 转成 {encoding} 编码")
def make_encoded_file(world, name, other, encoding):
    text = pathlib.Path(path_of(other)).read_text("utf-8")
    (world.folder / name).write_bytes(text.encode(encoding))


@step("有文件 {name}，由 {other} 编辑而成")
def make_edited_file(world, name, other, table):
    """Each row takes the one line that contains 字样, and changes the words, takes the line out, or
    puts it behind the line that contains 内容."""
    lines = pathlib.Path(path_of(other)).read_text("utf-8").splitlines(keepends=True)
    for row in table:
        at = line_with(lines, row["字样"])
        if row["做法"] == "改为":
            lines[at] = lines[at].replace(row["字样"], row["内容"])
        elif row["做法"] == "删去这一行":
            del lines[at]
        elif row["做法"] == "移到这一行之后":
            line = lines.pop(at)
            lines.insert(line_with(lines, row["内容"]) + 1, line)
        else:
            raise ScenarioFailed(f"没有这样的做法：{row['做法']}")
    (world.folder / name).write_text("".join(lines), "utf-8")


def line_with(lines, words):
    found = [at for at, line in enumerate(lines) if words in line]
    expect(len(found) == 1, f"含“{words}”的应有一行，实有{len(found)}行")
    return found[0]


@step("有文件夹 {name}")
def make_folder(world, name):
    (world.folder / name).mkdir()


@step("运行 {command}")
def run_command(world, command):
    named = {"$文件夹": str(world.folder), "$仓库": str(ROOT), "$方案": world.scheme or "", "$材料": world.evidence}
    words = command.split()
    for name, value in named.items():
        words = [word.replace(name, value) for word in words]
    world.out = world.kaoping(*words)


@step("记住材料编号")
def remember_evidence(world):
    ids = re.findall(r"ev-[0-9]+", world.out)
    expect(ids, f"输出里没有材料的编号：\n{world.out}")
    world.evidence = ids[0]


@step("改动一个佐证文件的一个字节")
def change_evidence(world):
    file = next(path for path in (world.data / "evidence").rglob("*") if path.is_file())
    content = bytearray(file.read_bytes())
    content[0] ^= 1
    file.write_bytes(content)


@step("改用上一条命令得到的方案")
def use_scheme_named_last(world):
    ids = re.findall(r"s[0-9a-f]{12}", world.out)
    expect(ids, f"输出里没有方案的编号：\n{world.out}")
    world.scheme = ids[-1]


@step("把输出存成文件 {name}")
def keep_output(world, name):
    (world.folder / name).write_text(world.out, "utf-8")


@step("输出中没有")
def output_lacks(world, table):
    for row in table:
        expect(row["字样"] not in world.out, f"不应有“{row['字样']}”：\n{world.out}")


@step("输出中有")
def output_contains(world, table):
    contain(world.out, table)


@step("输出中没有")
def output_lacks(world, table):
    for row in table:
        expect(row["字样"] not in world.out, f"不应有“{row['字样']}”：\n{world.out}")


@step("记住数据现在的样子")
def remember(world):
    world.remembered = world.ask("verify", "--format", "json")


@step("数据还是原来的样子")
def is_as_remembered(world):
    expect(world.ask("verify", "--format", "json") == world.remembered, "数据变了")


# ---- What is expected

@step("被拒绝，状态为 {status}，提示中有")
def refused(world, status, table):
    failure, world.failure = world.failure, None
    expect(failure is not None, "命令没有被拒绝")
    expect(failure.returncode == int(status),
           f"状态应为{status}，实为{failure.returncode}：{failure.stderr}")
    expect(failure.stderr.startswith("错误："), f"没有说是错误：{failure.stderr}")
    for row in table:
        expect(row["字样"] in failure.stderr, f"提示中没有“{row['字样']}”：{failure.stderr}")


    world.err = failure.stderr


refused.takes_refusal = True


@step("查出错误，输出中有")
def found_errors(world, table):
    failure, world.failure = world.failure, None
    expect(failure is not None and failure.returncode == 1, "没有查出错误")
    contain(world.out, table)


found_errors.takes_refusal = True


@step("校验没有通过，输出中有")
def verification_failed(world, table):
    failure, world.failure = world.failure, None
    expect(failure is not None and failure.returncode == 4, "校验通过了")
    contain(failure.stdout + failure.stderr, table)


verification_failed.takes_refusal = True


@step("提示不多于 {count} 行")
def few_lines(world, count):
    lines = world.err.splitlines()
    expect(len(lines) <= int(count), f"提示有{len(lines)}行：\n{world.err}")

CLOCKS = r"(?:，截至 (?P<as_of>\S+?))?(?:，按 (?P<known_at>\S+?) 所知)?"


@step(r"{unit}的(?P<reading>认定|含待核实|预计)得分是 (?P<points>\S+?)" + CLOCKS)
def total_is(world, unit, reading, points, as_of=None, known_at=None):
    card = world.score(unit, reading, as_of, known_at)
    same(card["total"], points, f"{unit}的{reading}得分")


@step(r"{unit}的(?P<reading>认定|含待核实|预计)得分未评" + CLOCKS)
def is_not_evaluated(world, unit, reading, as_of=None, known_at=None):
    text = world.ask("score", world.scheme, "--unit", unit, "--reading", READINGS[reading],
                     *world.clocks(as_of, known_at))
    expect("未评" in text.splitlines()[1], f"应为未评：\n{text}")


@step(r"{unit}的(?P<reading>认定|含待核实|预计)(?P<what>扣分|加分)是 (?P<points>\S+?)" + CLOCKS)
def part_is(world, unit, reading, what, points, as_of=None, known_at=None):
    card = world.score(unit, reading, as_of, known_at)
    same(card[{"扣分": "deducted", "加分": "bonus"}[what]], points, f"{unit}的{reading}{what}")


@step(r"{unit}各规则的(?P<reading>认定|含待核实|预计)得分是" + CLOCKS)
def rules_are(world, unit, reading, table, as_of=None, known_at=None):
    rules = world.score(unit, reading, as_of, known_at)["rules"]
    amounts = {entry["rule"]: decimal.Decimal(entry["amount"]) for entry in rules}
    wanted = {row["规则"]: decimal.Decimal(row["得分"]) for row in table}
    expect(amounts == wanted, "各规则得分应为"
           + "，".join(f"{k} {v}" for k, v in sorted(wanted.items())) + "；实为"
           + "，".join(f"{k} {v}" for k, v in sorted(amounts.items())))


@step(r"{unit}还没有评的规则有")
def open_rules(world, unit, table):
    still_open = world.score(unit, "认定")["open"]
    for row in table:
        expect(row["规则"] in still_open, f"规则{row['规则']}应未评；未评的是{still_open}")


@step(r"{unit}还没有评的规则没有")
def not_open_rules(world, unit, table):
    still_open = world.score(unit, "认定")["open"]
    for row in table:
        expect(row["规则"] not in still_open, f"规则{row['规则']}不应未评；未评的是{still_open}")


@step(r"{unit}的(?P<reading>认定|含待核实|预计)得分，理由中有")
def reasons_contain(world, unit, reading, table):
    contain(world.explain(unit, reading), table)


@step(r"{unit}的(?P<reading>认定|含待核实|预计)得分在规则 (?P<rule>\S+) 上，理由中有" + CLOCKS)
def reasons_of_rule_contain(world, unit, reading, rule, table, as_of=None, known_at=None):
    contain(world.explain(unit, reading, rule, as_of, known_at), table)


def contain(text, table):
    for row in table:
        expect(row["字样"] in text, f"没有“{row['字样']}”：\n{text}")


@step(r"{unit}尚欠的合计是 (?P<points>\S+)")
def owed_total(world, unit, points):
    owed = json.loads(world.ask("owed", world.scheme, "--unit", unit, "--format", "json"))
    same(owed["total"], points, f"{unit}尚欠的合计")


@step(r"{unit}尚欠")
def owed_items(world, unit, table):
    owed = json.loads(world.ask("owed", world.scheme, "--unit", unit, "--format", "json"))
    for row in table:
        found = [item for item in owed["items"] if item["rule"] == row["规则"]]
        expect(found, f"规则{row['规则']}不在尚欠清单里")
        item = found[0]
        same(item.get("at_stake", "0"), row.get("分值", "0"), f"规则{row['规则']}尚欠的分值")
        if "处室" in row:
            expect(row["处室"] in item["offices"], f"规则{row['规则']}应由{row['处室']}负责："
                   f"{item['offices']}")
        if "牵头" in row:
            expect(row["牵头"] == item["offices"][0], f"规则{row['规则']}应由{row['牵头']}牵头："
                   f"{item['offices']}")
        if "期限" in row:
            expect(item["due"] == row["期限"], f"规则{row['规则']}的期限应为{row['期限']}，"
                   f"实为{item['due']}")


@step(r"{unit}不再欠")
def not_owed(world, unit, table):
    owed = json.loads(world.ask("owed", world.scheme, "--unit", unit, "--format", "json"))
    for row in table:
        expect(all(item["rule"] != row["规则"] for item in owed["items"]),
               f"规则{row['规则']}仍在尚欠清单里")


# ---- A year worked out by hand

def read_tables(name):
    """The tables of a Markdown file, each a list of rows {heading: cell}."""
    tables, head = [], None
    for line in pathlib.Path(path_of(name)).read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if "|" in line else None
        if cells is None:
            head = None
        elif head is None:
            head = cells
            tables.append([])
        elif not set(line) <= set("|-"):
            tables[-1].append(dict(zip(head, cells)))
    return tables


def check_rules(world, unit, rows, card):
    amounts = {entry["rule"]: entry["amount"] for entry in card["rules"]}
    reading = next(name for name, value in READINGS.items() if value == card["reading"])
    for row in rows:
        rule, cell = row["规则"], row[reading]
        what = f"{unit}在规则{rule}上的{reading}得分"
        expect((cell == "未评") == (rule in card["open"] and rule not in amounts),
               f"{what}应为{cell}；未评的是{card['open']}")
        same(amounts.get(rule, 0), 0 if cell in ("未评", "—") else cell, what)
    unlisted = set(amounts) - {row["规则"] for row in rows}
    expect(not unlisted, f"表里没有规则{unlisted}")


def check_owed(world, unit, rows):
    owed = json.loads(world.ask("owed", world.scheme, "--unit", unit, "--format", "json"))
    listed = {item["rule"]: (item["offices"][0], item.get("at_stake", "未定"))
              for item in owed["items"]}
    *items, total = rows
    wanted = {row["规则"]: (row["牵头处室"], row["分值"]) for row in items}
    expect(listed == wanted, f"尚欠的应为{wanted}，实为{listed}")
    same(owed["total"], total["分值"], f"{unit}尚欠的合计")


@step(r"{unit}的分数与手工算的 {file} 一样")
def figures_agree(world, unit, file):
    """The tables, in this order: every rule with its facts and its points in each reading, the
    totals, and what is owed with its sum."""
    rules, totals, owed = read_tables(file)
    facts = [json.loads(line) for line in
             pathlib.Path(path_of(file)).with_name("facts.jsonl").read_text("utf-8").splitlines()]
    for row in rules:
        ids = [fact["id"] for fact in facts if fact["rule"] == row["规则"]]
        expect(row["事实"] == ("、".join(ids) or "无"), f"规则{row['规则']}的事实是{ids}")
    expect({fact["rule"] for fact in facts} <= {row["规则"] for row in rules}, "有的规则表里没有")
    fields = {"扣分": "deducted", "加分": "bonus", "净加减分": "total"}
    for reading in READINGS:
        card = world.score(unit, reading)
        check_rules(world, unit, rules, card)
        for row in totals:
            same(card[fields[row["合计"]]], row[reading], f"{unit}的{reading}{row['合计']}")
    check_owed(world, unit, owed)


@step("方案中")
def scheme_has(world, table):
    """Each row names a place in scheme/1 (notice.cites.0.number) and its value, or, with a #
    behind it (sections#), how many there are."""
    scheme = json.loads(world.ask("show", world.scheme, "--format", "json"))
    for row in table:
        field, counts = row["项"].removesuffix("#"), row["项"].endswith("#")
        value = look_up(scheme, field)
        actual = len(value) if counts else value
        expect(str(actual) == row.get("值", ""), f"{row['项']}应为{row.get('值', '')}，实为{actual}")


def look_up(value, path):
    for name in path.split("."):
        if isinstance(value, list):
            value = value[int(name)] if int(name) < len(value) else "没有"
        elif isinstance(value, dict):
            value = value.get(name, "没有")
    return value


@step("方案共有")
def scheme_counts(world, table):
    """How many tasks of each kind of section, rules and pending criteria there are."""
    scheme = json.loads(world.ask("show", world.scheme, "--format", "json"))
    tasks = {"ordinary": 0, "individual": 0, "bonus": 0, "use": 0}
    rules = 0
    for section in scheme["sections"]:
        tasks[section["kind"]] += len(section["tasks"])
        rules += sum(len(t.get("criterion", {}).get("rules", [])) for t in section["tasks"])
    counts = {"部分": len(scheme["sections"]), "内容": tasks["ordinary"] + tasks["individual"],
              "加分": tasks["bonus"], "成果运用": tasks["use"], "规则": rules,
              "挂账": world.imported["scheme"]["pending"]}
    for row in table:
        for name, value in row.items():
            expect(counts[name] == int(value), f"{name}应有{value}，实有{counts[name]}")


@step("导入后要问的有")
def questions_contain(world, table):
    """A question about this task that contains these words, and what is proposed meanwhile."""
    for row in table:
        found = [q for q in world.imported["questions"]
                 if q["about"].startswith(row["关于"]) and row["字样"] in q["text"]]
        expect(found, f"没有关于{row['关于']}、含“{row['字样']}”的问题："
               + "；".join(f"{q['about']} {q['text']}" for q in world.imported["questions"]))
        if "暂按" in row:
            expect(any(row["暂按"] in q.get("proposal", "") for q in found),
                   f"关于{row['关于']}的问题没有暂按{row['暂按']}：{found}")


@step("总账完整")
def ledger_is_whole(world):
    world.ask("verify")
