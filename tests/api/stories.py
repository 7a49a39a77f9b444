#!/usr/bin/python3
"""Stories of a year's work, told over HTTP by the people who do it.

    stories.py KAOPING ROOT

serves a data folder of its own, into which the example of ROOT is imported, and lets an office, an
appraiser and a reviewer record what happened. The figures are those of the notice.
"""

import http.client
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse

UNIT = "南通市商务局"
REASON = "个性化评分规定待市依治办另行制订"


class Failure(Exception):
    pass


def expect(what, have, want):
    if have != want:
        raise Failure(f"{what}: {have}, not {want}")


class Server:
    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.process = subprocess.Popen(
            [program, "--data", folder, "serve", "--listen", "127.0.0.1:0"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        for line in self.process.stdout:
            if address := re.search(r"http://127\.0\.0\.1:(\d+)", line):
                self.port = int(address[1])
                return
        raise Failure("kaoping serve ended without an address")

    def stop(self):
        self.process.terminate()
        self.process.wait(30)

    def add(self, name, *options):
        """An account; its one-time password."""
        done = subprocess.run([self.program, "--data", self.folder, "user", "add", name, *options],
                              capture_output=True, text=True)
        if not (password := re.search(r"密码：(\w+)", done.stdout)):
            raise Failure(f"user add {name}: {done.stderr}")
        return password[1]


class Person:
    """Somebody who has signed in, and changed the one-time password as everybody must."""

    def __init__(self, server, name, *options):
        self.server = server
        self.cookie = ""
        once = server.add(name, *options)
        self.sign_in(name, once)
        expect(f"{name} before the password is changed", self.call("GET", "/schemes", expected=403)["code"],
               "password-change-required")
        self.call("PUT", "/session/password", {"old": once, "new": "Words-of-17-and-more"}, expected=204)

    def sign_in(self, name, password):
        self.call("POST", "/session", {"name": name, "password": password})

    def call(self, method, path, body=None, expected=200, **query):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        if isinstance(body, (dict, list)):
            body = json.dumps(body).encode()
        target = "/api/v1" + urllib.parse.quote(path)
        if query:
            target += "?" + urllib.parse.urlencode(query)
        connection.request(method, target, body, {"X-Kaoping": "1", "Cookie": self.cookie})
        answer = connection.getresponse()
        text = answer.read().decode()
        expect(f"{method} {path} {text[:300]}", answer.status, expected)
        if cookie := answer.getheader("Set-Cookie"):
            self.cookie = cookie.split(";")[0]
        return json.loads(text) if text else None


class Year:
    """The reference notice, published, with the people of the bureau."""

    def __init__(self, program, root, folder):
        self.server = Server(program, folder)
        example = root / "examples/nantong-2017"
        self.keeper = Person(self.server, "keeper", "--role", "scheme_keeper")
        self.keeper.call("PUT", "/register", (example / "register.json").read_bytes())
        imported = self.keeper.call("POST", "/schemes", (example / "notice.txt").read_bytes(), 201, filename="notice.txt")
        self.path = "/schemes/" + imported["id"]
        warnings = [finding["identity"] for finding in self.keeper.call("GET", self.path)["findings"]
                    if finding["severity"] == "warning" and "confirmed" not in finding]
        self.keeper.call("POST", self.path + "/confirmations", {"findings": warnings, "note": "已看过"})
        self.keeper.call("POST", self.path + "/publication", {"reason": REASON})
        self.office = Person(self.server, "office", "--role", "office_contact", "--unit", UNIT, "--office", "政策法规处")
        self.appraiser = Person(self.server, "appraiser", "--role", "appraiser")
        self.reviewer = Person(self.server, "reviewer", "--role", "reviewer")

    def record(self, who, rule, on, expected=201, **fact):
        return who.call("POST", self.path + "/facts", {"unit": UNIT, "rule": rule, "on": on, **fact}, expected)

    def confirm(self, fact):
        self.reviewer.call("POST", f"{self.path}/facts/{fact}/decision", {"status": "confirmed"})

    def recorded(self, who, rule, on, **fact):
        """Recorded by one person and confirmed by another."""
        made = self.record(who, rule, on, **fact)["id"]
        self.confirm(made)
        return made

    def score(self, reading="confirmed", **query):
        return self.office.call("GET", f"{self.path}/scores/{UNIT}", **query)["readings"][reading]


def meetings(year):
    """Story 3."""
    papers = ["会议通知", "签到表", "会议纪要"]
    first = year.record(year.office, "1.2.1", "2017-03-20", add="1", evidence=papers)["id"]
    expect("a claim alone counts for nothing", year.score()["evaluated"], False)
    refused = year.office.call("POST", f"{year.path}/facts/{first}/decision", {"status": "confirmed"}, 403)
    expect("an office confirms nothing", refused["code"], "not-allowed")
    year.confirm(first)
    second = year.recorded(year.office, "1.2.1", "2017-09-11", add="1", evidence=papers)
    expect("two meetings", year.score()["total"], "0")
    expect("meetings of the party group are no study", "3.2.1" in year.score()["open"], True)
    before = year.office.call("GET", f"{year.path}/facts", unit=UNIT)["items"][-1]["decided_at"]
    year.recorded(year.office, "1.2.1", "2017-09-11", reverses=second, note="到会人数不够，作废")
    card = year.score()
    expect("one meeting short", card["total"], "-1")
    expect("yesterday's score", year.score(known_at=before)["total"], "0")
    year.recorded(year.appraiser, "3.2.1", "2017-09-11", value="1", note="九月的会同时学法，经研究按一次学法认定")
    expect("one meeting taken as study, by decision", year.score()["total"], "-2")


def requests_of_the_city(year):
    """Story 5."""
    year.recorded(year.appraiser, "5.2.2", "2017-04-12", count="1", note="未派人参加市依治办会议")
    year.recorded(year.appraiser, "5.2.3", "2017-06-02", count="1", note="会议材料逾期")
    year.recorded(year.appraiser, "5.2.4", "2017-07-03", note="二季度信息逾期")
    year.recorded(year.appraiser, "5.2.4", "2017-10-09", note="三季度信息逾期")
    card = year.score()
    amounts = {item["rule"]: item["amount"] for item in card["rules"]}
    expect("the city's requests", {rule: amounts.get(rule) for rule in ("5.2.2", "5.2.3", "5.2.4")},
           {"5.2.2": "-1", "5.2.3": "-0.5", "5.2.4": "-0.5"})
    expect("their sum", card["total"], "-2")


def main():
    program, root = sys.argv[1:]
    for story in (meetings, requests_of_the_city):
        with tempfile.TemporaryDirectory() as folder:
            year = Year(program, pathlib.Path(root), folder)
            try:
                story(year)
            finally:
                year.server.stop()
        print(f"{story.__name__}: told")


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(f"stories.py: {failure}")
