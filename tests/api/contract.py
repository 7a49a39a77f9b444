#!/usr/bin/python3
"""Holds the server to api/openapi.yaml.

    contract.py KAOPING OPENAPI

starts `KAOPING demo` on a data folder of its own and sends what provokes every answer that the file
documents. Each answer must be documented and fit its schema; each documented answer must have been
seen, but for those of NOT_PROVOKED.
"""

import http.client
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse

import jsonschema
import yaml

# A fault, and a database that cannot be reached: not to be had from outside.
NOT_PROVOKED = {"500", "503"}
METHODS = {"get", "post", "put", "delete"}
UNIT = "南通市商务局"
FACT = {"unit": UNIT, "rule": "5.2.2", "on": "2017-06-01", "count": "1"}
SUPPLEMENT = "第6.2项按以下标准计分：行政权力事项未公开的，每项扣0.5分".encode()


class Failure(Exception):
    pass


class Server:
    """`kaoping demo`, and the passwords it shows."""

    def __init__(self, program, folder):
        self.process = subprocess.Popen(
            [program, "--data", folder, "demo", "--listen", "127.0.0.1:0"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.passwords = {}
        for line in self.process.stdout:
            if account := re.fullmatch(r"  (\w+)\s+(\w+)(\s+\S+)?\n", line):
                self.passwords[account[1]] = account[2]
            if address := re.search(r"http://127\.0\.0\.1:(\d+)", line):
                self.port = int(address[1])
                return
        raise Failure("kaoping demo ended without an address")

    def stop(self):
        self.process.terminate()
        if self.process.wait(30) != 0:
            raise Failure(f"kaoping demo ended with {self.process.returncode} on SIGTERM")


class Contract:
    """Sends requests by operation, and checks and remembers every answer."""

    def __init__(self, document, port):
        self.document = document
        self.port = port
        self.resolver = jsonschema.RefResolver.from_schema(document)
        self.operations = {}
        for path, item in document["paths"].items():
            base = item.get("servers", document["servers"])[0]["url"].rstrip("/")
            for method in METHODS & item.keys():
                operation = item[method]
                self.operations[operation["operationId"]] = (method.upper(), base + path, operation)
        self.seen = set()

    def resolve(self, thing):
        return self.resolver.resolve(thing["$ref"])[1] if "$ref" in thing else thing

    def call(self, operation_id, expected, cookie=None, body=None, query=None, headers=None, csrf=True,
             **parameters):
        method, path, operation = self.operations[operation_id]
        for name, value in parameters.items():
            path = path.replace("{%s}" % name, urllib.parse.quote(value, safe=""))
        if query:
            path += "?" + urllib.parse.urlencode(query)
        sent = dict(headers or {})
        if cookie:
            sent["Cookie"] = cookie
        if csrf and method != "GET":
            sent["X-Kaoping"] = "1"
        if isinstance(body, (dict, list)):
            body = json.dumps(body)
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request(method, path, body.encode() if isinstance(body, str) else body, sent)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        where = f"{operation_id} {answer.status}"
        if answer.status != expected:
            raise Failure(f"{where}, not {expected}: {content.decode()[:500]}")
        self.check(where, operation, answer, content)
        self.seen.add((operation_id, str(answer.status)))
        return answer, content

    def check(self, where, operation, answer, content):
        documented = operation["responses"].get(str(answer.status))
        if documented is None:
            raise Failure(f"{where} is not documented")
        documented = self.resolve(documented)
        for header in documented.get("headers", {}):
            if answer.getheader(header) is None:
                raise Failure(f"{where} has no {header}")
        media = documented.get("content", {})
        if not media:
            if content:
                raise Failure(f"{where} has a body")
            return
        media_type = answer.getheader("Content-Type").split(";")[0]
        if media_type not in media:
            raise Failure(f"{where} is {media_type}, not {', '.join(media)}")
        if not media_type.endswith("json"):
            return
        validator = jsonschema.Draft202012Validator(media[media_type]["schema"], resolver=self.resolver)
        for error in validator.iter_errors(json.loads(content)):
            raise Failure(f"{where} at {error.json_path}: {error.message[:500]}")

    def json(self, *arguments, **keywords):
        return json.loads(self.call(*arguments, **keywords)[1])

    def missing(self):
        documented = {(name, status) for name, (_, _, operation) in self.operations.items()
                      for status in operation["responses"] if status not in NOT_PROVOKED}
        return sorted(documented - self.seen)


def sign_in(contract, name, password):
    answer, _ = contract.call("signIn", 200, body={"name": name, "password": password})
    return answer.getheader("Set-Cookie").split(";")[0]


# What each operation with a scheme in its path further needs.
IN_SCHEME = {
    "getScheme": {}, "getRevision": {}, "listCarried": {}, "listUnits": {}, "listOffices": {}, "listFacts": {},
    "getScores": {"unit": UNIT}, "listOwed": {"unit": UNIT},
    "getCriterion": {"task": "1.2"}, "tryReading": {"task": "1.2", "body": {"text": "每少1次扣1分"}},
    "settleCriterion": {"task": "1.2", "body": {"how": "confirmed"}},
    "confirmFindings": {"body": {"findings": ["x"]}},
    "listOfficeNames": {}, "answerOfficeName": {"name": "相关处室", "body": {"ignored": True}},
    "attachSupplement": {"query": {"filename": "supplement.txt"}, "body": SUPPLEMENT},
    "publishScheme": {"body": {}}, "recordFact": {"body": FACT},
    "decideFact": {"fact": "f", "body": {"status": "confirmed"}},
    "listEntrustments": {}, "entrustTask": {"task": "1.2", "body": {"units": []}},
}
# Who may do it.
RIGHTFUL = {"publishScheme": "scheme_keeper", "attachSupplement": "scheme_keeper", "settleCriterion": "scheme_keeper",
            "confirmFindings": "scheme_keeper", "answerOfficeName": "scheme_keeper", "recordFact": "appraiser", "decideFact": "reviewer",
            "entrustTask": "scheme_keeper"}
NAMED = {"evidence": "x", "id": "x", "unit": "x", "fact": "x", "name": "x", "task": "x"}


UPLOADS = ("addEvidence", "addEvidenceVersion")


def provoke_what_all_share(contract, who):
    """401, 403, 400 and 413, which depend on no data."""
    for name, (method, path, operation) in contract.operations.items():
        parameters = {key: value for key, value in NAMED.items() if "{%s}" % key in path}
        answers = operation["responses"]
        cookie = who["appraiser"]
        if "401" in answers and name != "signIn":
            contract.call(name, 401, body="{}", **parameters)
        if "403" in answers and method != "GET":
            contract.call(name, 403, cookie=cookie, body="{}", csrf=False, **parameters)
        if "403" in answers and method == "GET":
            contract.call(name, 403, cookie=who["security_admin" if name != "listUsers" else "observer"],
                          **parameters)
        if "400" in answers:
            contract.call(name, 400, cookie=cookie, body="{", **parameters)
        if name in UPLOADS:
            # What is announced too large is refused before it comes.
            contract.call(name, 413, cookie=cookie, body=b"x", headers={"Content-Length": str(200 * 2**20 + 1)}, **parameters)
        elif "413" in answers:
            size = 33 * 1024 * 1024 if name in ("importNotice", "previewNotice", "attachSupplement") else 1024 * 1024 + 1
            contract.call(name, 413, cookie=cookie, body=b" " * size, **parameters)


def provoke_schemes(contract, who, notice):
    keeper = who["scheme_keeper"]
    scheme = contract.json("listSchemes", 200, cookie=keeper)["items"][0]["id"]
    contract.call("importNotice", 200, cookie=keeper, query={"filename": "notice.txt"}, body=notice)
    contract.call("importNotice", 422, cookie=keeper, query={"filename": "notice.txt"}, body="x")
    other = notice.replace("81号".encode(), "82号".encode(), 1)
    preview = contract.json("previewNotice", 200, cookie=keeper, body=notice,
                            query={"filename": "notice.txt", "table": "1", "map": "5=criterion"})
    if [t["taken"] for t in preview["tables"]] != [True]:
        raise Failure(f"previewNotice shows {preview['tables']}")
    contract.call("previewNotice", 422, cookie=keeper, body=notice, query={"filename": "notice.txt", "table": "0"})
    odd = contract.json("previewNotice", 422, cookie=keeper, body="2018年\n姓名\t电话\n甲\t1\n".encode(), query={"filename": "odd.txt"})
    if [t["sample"][0] for t in odd["tables"]] != [["姓名", "电话"]]:
        raise Failure(f"previewNotice shows {odd}")
    outcome = contract.json("importNotice", 201, cookie=keeper, query={"filename": "other.txt"}, body=other)
    provoke_layouts(contract, keeper, notice)
    provoke_settlements(contract, keeper, outcome["id"])
    contract.call("publishScheme", 422, cookie=keeper, id=outcome["id"], body={})
    contract.call("publishScheme", 200, cookie=keeper, id=outcome["id"],
                  body={"reason": "先行挂账", "leave_facts": True})
    # A notice of its own, which shares the year with the first.
    third = notice.replace("81号".encode(), "83号".encode()).replace("任务分解表".encode(), "任务清单".encode())
    contract.call("importNotice", 201, cookie=keeper, query={"filename": "third.txt"}, body=third)
    for name, needs in IN_SCHEME.items():
        cookie = who[RIGHTFUL.get(name, "observer")]
        contract.call(name, 404, cookie=cookie, id="没有这样的方案", **needs)
        contract.call(name, 409, cookie=cookie, id="2017", **needs)
    attach = {"cookie": keeper, "id": outcome["id"], "body": SUPPLEMENT}
    named = {"filename": "supplement.txt"}
    preview = contract.json("attachSupplement", 200, **attach, query={**named, "preview": "true"})
    if preview["tasks"] != ["6.2"]:
        raise Failure(f"attachSupplement completes {preview['tasks']}")
    contract.call("attachSupplement", 201, **attach, query=named)
    contract.call("attachSupplement", 200, **attach, query=named)
    contract.call("attachSupplement", 422, **attach, query={"filename": ""})
    contract.call("getRevision", 200, cookie=who["observer"], id=outcome["id"])
    contract.call("listCarried", 200, cookie=who["observer"], id=outcome["id"])
    for name in ("getScheme", "listUnits", "listOffices", "listOfficeNames", "listFacts", "getScores",
                 "listOwed"):
        contract.call(name, 200, cookie=who["observer"], id=scheme, **IN_SCHEME[name])
    answer, _ = contract.call("getScheme", 200, cookie=keeper, id=scheme)
    contract.call("getScheme", 304, cookie=keeper, id=scheme, headers={"If-None-Match": answer.getheader("ETag")})
    named = {"cookie": keeper, "id": scheme, "name": "相关处室"}
    contract.call("answerOfficeName", 422, **named, body={"ignored": True, "tags": ["业务"]})
    contract.call("answerOfficeName", 200, **named, body={"tags": ["业务"], "reason": "照旧例"})
    contract.call("answerOfficeName", 200, **named, body={})
    contract.call("getScores", 422, cookie=keeper, id=scheme, unit=UNIT, query={"as_of": "x"})
    contract.call("listFacts", 422, cookie=keeper, id=scheme, query={"limit": "0"})
    return outcome["id"]


def provoke_layouts(contract, keeper, notice):
    """A correction of the head, remembered and forgotten."""
    fourth = notice.replace("81号".encode(), "84号".encode()).replace("2017年".encode(), "2016年".encode())
    contract.call("importNotice", 201, cookie=keeper, query={"filename": "fourth.txt", "map": "工作成果=ignored"}, body=fourth)
    layouts = contract.json("listLayouts", 200, cookie=keeper)["items"]
    if [layout["file"] for layout in layouts] != ["fourth.txt"]:
        raise Failure(f"listLayouts gives {layouts}")
    preview = contract.json("previewNotice", 200, cookie=keeper, body=notice, query={"filename": "notice.txt"})
    if not preview["tables"][0].get("remembered"):
        raise Failure("previewNotice does not say that the head is remembered")
    contract.call("forgetLayout", 200, cookie=keeper, id=layouts[0]["id"])
    contract.call("forgetLayout", 404, cookie=keeper, id=layouts[0]["id"])


def provoke_settlements(contract, keeper, scheme):
    """Everything that is decided on a draft, 7.2 and its warning included."""
    at = {"cookie": keeper, "id": scheme}
    contract.call("tryReading", 422, **at, task="1.2", body={})
    tried = contract.json("tryReading", 200, **at, task="1.2", body={"text": "每少1次扣2分，以此类推扣若干分"})
    if tried["acceptable"] or not tried["diagnostics"]:
        raise Failure("tryReading accepts what cannot be read")
    answer, _ = contract.call("getCriterion", 200, **at, task="1.2")
    contract.call("settleCriterion", 422, **at, task="1.2", body={"how": "replaced", "reading": {"rules": []}})
    contract.call("settleCriterion", 422, **at, task="1.2", body={"how": "left"})
    contract.call("settleCriterion", 200, **at, task="1.2", body={"how": "confirmed"},
                  headers={"If-Match": answer.getheader("ETag")})
    contract.call("settleCriterion", 409, **at, task="1.2", body={"how": "left", "reason": "待定"},
                  headers={"If-Match": answer.getheader("ETag")})
    contract.call("settleCriterion", 200, **at, task="1.1", body={"how": "left", "reason": "待定"})
    contract.call("settleCriterion", 200, **at, task="1.1", body={"how": "replaced", "text": "未落实的，扣1分"})
    contract.call("confirmFindings", 422, **at, body={"findings": ["x"]})
    open_ones = [finding["identity"] for finding in contract.json("getScheme", 200, **at)["findings"]
                 if finding["severity"] == "warning" and "confirmed" not in finding]
    contract.call("confirmFindings", 200, **at, body={"findings": open_ones, "note": "已看过"})


def provoke_facts(contract, who, scheme):
    appraiser = who["appraiser"]
    fact = contract.json("recordFact", 201, cookie=appraiser, id=scheme, body=FACT)["id"]
    contract.call("recordFact", 422, cookie=appraiser, id=scheme, body={**FACT, "value": "1"})
    contract.call("decideFact", 422, cookie=who["reviewer"], id=scheme, fact=fact, body={"status": "x"})
    contract.call("decideFact", 200, cookie=who["reviewer"], id=scheme, fact=fact,
                  body={"status": "rejected", "note": "依据不足"})
    contract.call("listFacts", 200, cookie=appraiser, id=scheme, query={"unit": UNIT, "limit": "2"})


def provoke_register(contract, keeper, scheme):
    """A court beside the bureau, to which a task is entrusted."""
    contract.call("replaceRegister", 422, cookie=keeper, body={"format": "register/2"})
    register = contract.json("getRegister", 200, cookie=keeper)
    contract.call("replaceRegister", 409, cookie=keeper, body={**register, "units": []})
    register["units"].append({"name": "示范市法院", "assessed": False})
    contract.call("replaceRegister", 200, cookie=keeper, body=register)
    at = {"cookie": keeper, "id": scheme, "task": "5.2"}
    contract.call("entrustTask", 422, **at, body={"units": "法院"})
    contract.call("entrustTask", 404, **at, body={"units": ["二院"]})
    contract.call("entrustTask", 200, **at, body={"units": ["示范市法院"], "reason": "案件由法院报告"})
    contract.call("listEntrustments", 200, cookie=keeper, id=scheme)


def provoke_evidence(contract, who, scheme):
    """A file, its versions and reviews, and a paper."""
    by = {"cookie": who["appraiser"]}
    named = {"filename": "会议 纪要.txt"}
    told = {**named, "unit": UNIT, "kind": "会议纪要", "formed": "2017-05-20", "pages": "2", "form": "copy"}
    minutes = "会议纪要，第一版".encode()
    item = contract.json("addEvidence", 201, **by, query={**told, "scheme": scheme, "task": "1.2"}, body=minutes)
    if item["citations"][0]["task"] != "1.2" or item["name"] != "会议 纪要" or not item["late"]:
        raise Failure(f"addEvidence answers {item}")
    for name, parameters in (("addEvidence", {}), ("addEvidenceVersion", {"evidence": item["id"]})):
        contract.call(name, 422, **by, query={"unit": UNIT}, body=minutes, **parameters)
        contract.call(name, 422, **by, query={"unit": UNIT, "filename": "a.pdf"}, body=minutes, **parameters)
    contract.call("addEvidence", 404, **by, query={**told, "unit": "没有这样的单位"}, body=minutes)
    contract.call("addEvidence", 409, **by, query={**told, "scheme": "2017", "task": "1.2"}, body=minutes)
    for name, body in (("getEvidence", None), ("getEvidenceFile", None), ("citeEvidence", {"scheme": scheme, "task": "1.2"}),
                       ("reviewEvidence", {"status": "accepted"}), ("removeEvidenceFile", {"reason": "依法"})):
        contract.call(name, 404, **by, evidence="ev-99999", body=body)
    contract.call("addEvidenceVersion", 404, **by, evidence="ev-99999", query=named, body=minutes)
    at = {"evidence": item["id"]}
    contract.call("getEvidence", 200, **by, **at)
    answer, content = contract.call("getEvidenceFile", 200, **by, **at, query={"version": "1"})
    if content != minutes or "filename*=UTF-8''%E4%BC%9A%E8%AE%AE%20" not in answer.getheader("Content-Disposition"):
        raise Failure(f"getEvidenceFile answers {answer.getheader('Content-Disposition')}: {content}")
    contract.call("getEvidenceFile", 422, **by, **at, query={"version": "x"})
    place = {"scheme": scheme, "task": "1.1"}
    contract.call("citeEvidence", 200, **by, **at, body=place)
    contract.call("citeEvidence", 409, **by, **at, body={**place, "scheme": "2017"})
    contract.call("citeEvidence", 422, **by, **at, body={"scheme": scheme})
    contract.call("unciteEvidence", 200, **by, **at, query=place)
    contract.call("unciteEvidence", 404, **by, **at, query=place)
    contract.call("unciteEvidence", 409, **by, **at, query={**place, "scheme": "2017"})
    contract.call("unciteEvidence", 422, **by, **at, query={"scheme": scheme})
    contract.call("addEvidenceVersion", 201, **by, **at, query=named, body="第二版".encode())
    reviewer = {"cookie": who["reviewer"]}
    contract.call("reviewEvidence", 409, **reviewer, **at, body={"status": "accepted", "version": "1"})
    contract.call("reviewEvidence", 422, **reviewer, **at, body={"status": "returned"})
    contract.call("reviewEvidence", 200, **reviewer, **at, body={"status": "partly", "reason": "只认第一页", "version": "2"})
    contract.call("listEvidence", 200, **by, query={"unit": UNIT, "scheme": scheme, "task": "1.2", "status": "partly"})
    contract.call("listEvidence", 404, **by, query={"scheme": "没有这样的方案"})
    contract.call("listEvidence", 409, **by, query={"scheme": "2017"})
    contract.call("listEvidence", 422, **by, query={"limit": "0"})
    contract.call("getCatalogue", 200, **by, unit=UNIT, query={"scheme": scheme})
    _, workbook = contract.call("getCatalogueWorkbook", 200, **by, unit=UNIT)
    if not workbook.startswith(b"PK"):
        raise Failure("getCatalogueWorkbook is no workbook")
    for name in ("getCatalogue", "getCatalogueWorkbook"):
        contract.call(name, 404, **by, unit="没有这样的单位")
        contract.call(name, 409, **by, unit=UNIT, query={"scheme": "2017"})
    contract.call("removeEvidenceFile", 422, **reviewer, **at, body={})
    contract.call("removeEvidenceFile", 200, **reviewer, **at, body={"reason": "含个人信息", "version": "1"})
    contract.call("addEvidence", 409, **by, query=told, body=minutes)
    contract.call("addEvidenceVersion", 409, **by, **at, query=named, body=minutes)
    paper = {"unit": UNIT, "name": "内部文件", "paper_number": "机登3号", "location": "机要室", "seen_by": "张三", "seen_on": "2017-05-30"}
    contract.call("registerPaper", 201, **by, body=paper)
    contract.call("registerPaper", 404, **by, body={**paper, "scheme": scheme, "task": "9.9"})
    contract.call("registerPaper", 409, **by, body={**paper, "scheme": "2017", "task": "1.2"})
    contract.call("registerPaper", 422, **by, body={**paper, "seen_on": "x"})
    contract.call("listEvidenceKinds", 200, **by)


def provoke_accounts(contract, who, passwords):
    contract.call("signIn", 401, body={"name": "observer", "password": "x"})
    contract.call("signIn", 422, body={"name": "observer"})
    contract.call("getSession", 200, cookie=who["observer"])
    fresh = "Other-words-17"
    contract.call("changeOwnPassword", 422, cookie=who["observer"],
                  body={"old": passwords["observer"], "new": "x"})
    contract.call("changeOwnPassword", 204, cookie=who["observer"],
                  body={"old": passwords["observer"], "new": fresh})
    contract.call("signOut", 204, cookie=who["observer"])

    admin = who["admin"]
    user = {"name": "contact2", "display": "二处联络员", "role": "office_contact", "unit": UNIT, "office": "办公室"}
    contract.call("addUser", 201, cookie=admin, body=user)
    contract.call("addUser", 404, cookie=admin, body={**user, "name": "contact3", "office": "二处"})
    contract.call("addUser", 409, cookie=admin, body=user)
    contract.call("addUser", 422, cookie=admin, body={**user, "role": "x"})
    contract.call("changeRole", 200, cookie=admin, name="contact2", body={"role": "observer"})
    contract.call("changeRole", 404, cookie=admin, name="nobody", body={"role": "observer"})
    contract.call("changeRole", 409, cookie=admin, name="audit_admin", body={"role": "security_admin"})
    contract.call("changeRole", 422, cookie=admin, name="contact2", body={"role": "x"})
    contract.call("changePlace", 200, cookie=admin, name="contact2", body={"unit": UNIT, "office": "监察室"})
    contract.call("changePlace", 404, cookie=admin, name="contact2", body={"unit": "二局"})
    contract.call("changePlace", 422, cookie=admin, name="contact2", body={"office": "办公室"})
    contract.call("listSettings", 200, cookie=admin)
    stricter = {"settings": [{"name": "password-days", "value": "60"}], "reason": "按等保要求"}
    contract.call("changeSettings", 422, cookie=who["security_admin"], body={**stricter, "reason": ""})
    contract.call("changeSettings", 404, cookie=who["security_admin"], body={**stricter, "settings": [{"name": "x", "value": "1"}]})
    contract.call("changeSettings", 200, cookie=who["security_admin"], body=stricter)
    contract.call("resetPassword", 200, cookie=admin, name="contact2", body={})
    contract.call("resetPassword", 404, cookie=admin, name="nobody", body={})
    contract.call("resetPassword", 422, cookie=admin, name="contact2", body={"x": "y"})
    contract.call("listUsers", 200, cookie=admin)
    contract.call("verifyLedger", 200, cookie=who["audit_admin"])
    for name in ("getHealth", "getReadiness", "getMetrics"):
        contract.call(name, 200)


def main():
    program, openapi = sys.argv[1:]
    document = yaml.safe_load(pathlib.Path(openapi).read_text("utf-8"))
    notice = (pathlib.Path(openapi).parents[1] / "examples/nantong-2017/notice.txt").read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        server = Server(program, folder)
        try:
            contract = Contract(document, server.port)
            who = {name: sign_in(contract, name, password) for name, password in server.passwords.items()}
            provoke_what_all_share(contract, who)
            scheme = provoke_schemes(contract, who, notice)
            provoke_facts(contract, who, scheme)
            provoke_evidence(contract, who, scheme)
            provoke_register(contract, who["scheme_keeper"], scheme)
            provoke_accounts(contract, who, server.passwords)
        finally:
            server.stop()
    if missing := contract.missing():
        raise Failure("documented and not seen: " + ", ".join(" ".join(pair) for pair in missing))
    print(f"{len(contract.seen)} documented answers seen")


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(f"contract.py: {failure}")
