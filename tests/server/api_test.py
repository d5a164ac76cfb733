"""api_test BINARY ROOT - docs/api.md, docs/openapi.json and the server say the same; what it answers has the shape that they give it."""
import json
import re
import time
import unittest

from serving import FIRST, ROOT, SMALL, Test, etag_of, main

try:
    import jsonschema
except ImportError:
    jsonschema = None

OPENAPI = json.loads((ROOT / "docs/openapi.json").read_text())
LINKED = (ROOT / "cases/japan-russia-2016.toml").read_text()
WORDS = (ROOT / "docs/api.md").read_text()
SOURCES = {file.name: file.read_text() for file in (ROOT / "src/server").glob("*.cc")}


class Documents(Test):
    def test_routes(self):
        server = self.serve()
        served = {(r["method"], r["path"]) for r in server.ask("GET", "/api").json["routes"]}
        described = {(method.upper(), path) for path, methods in OPENAPI["paths"].items() for method in methods}
        self.assertEqual(served, described)
        told = {tuple(re.sub(r"\?.*", "", way).split(" ")) for way in re.findall(r"`((?:GET|PUT|POST|DELETE) /[^`]*)`", WORDS)}
        self.assertEqual(served, told)

    def test_codes(self):
        used = set()
        for name, text in SOURCES.items():
            if name not in ("secrets.cc", "wire.cc"):  # these speak to people
                used |= set(re.findall(r'\{\d{3},\s*"([a-z_]+)"', text)) | set(re.findall(r'\? 507 : 500, full \? "(\w+)" : "(\w+)"', text) and ["disk_full", "file_system"])
        used.add("changed_outside")
        listed = {code for row in re.findall(r"^\| (`[^|]*) \| \d{3} \|", WORDS.split("## Codes")[1], re.M) for code in re.findall(r"`(\w+)`", row)}
        self.assertEqual(used, listed)

    def test_policy_is_the_one_told(self):
        server = self.serve()
        policy = server.ask("GET", "/api").headers["Content-Security-Policy"]
        self.assertIn(policy, " ".join(WORDS.split()))
        front = re.sub(r" 'nonce-[0-9a-f]{32}'", "", server.ask("GET", "/").headers["Content-Security-Policy"])
        self.assertEqual(policy, front, "the workbench's style may have a nonce besides")


class Http(Test):
    """What an answer says of itself and of its connection."""

    def heads(self, *requests):
        """Sent one behind the other on one connection: the status line and the headers of each answer, and all that came."""
        got = self.server.raw("".join(f"{line}\r\nHost: {self.server.place}\r\nCookie: {self.server.cookie}\r\n{more}\r\n" for line, more in requests).encode(), wait=2)
        heads = [part.split("\r\n") for part in re.findall(r"HTTP/1\.1 \d{3} .*?(?=\r\n\r\n)", got.decode(), re.S)]
        return [(lines[0], dict(line.split(": ", 1) for line in lines[1:])) for lines in heads], got

    def setUp(self):
        super().setUp()
        self.server = self.serve()

    def test_one_behind_the_other(self):
        line, close = "GET /api/files/a.toml HTTP/1.1", "Connection: close\r\n"
        heads, got = self.heads((line, ""), (line, ""), (line, close), (line, ""))
        self.assertEqual(["HTTP/1.1 200 OK"] * 3, [status for status, _ in heads])
        self.assertEqual([None, None, "close"], [headers.get("Connection") for _, headers in heads])
        self.assertEqual(["timeout=30, max=10000"] * 2 + [None], [headers.get("Keep-Alive") for _, headers in heads])
        self.assertEqual({str(len(SMALL.encode()))}, {headers["Content-Length"] for _, headers in heads})
        self.assertTrue(got.endswith(SMALL.encode()))

    def test_a_head_alone(self):
        (whole,), _ = self.heads(("GET /api HTTP/1.1", "Connection: close\r\n"))
        (head,), got = self.heads(("HEAD /api HTTP/1.1", "Connection: close\r\n"))
        self.assertEqual(whole, head)
        self.assertTrue(got.endswith(b"\r\n\r\n"))

    def test_a_body_that_is_not_read_ends_the_connection(self):
        origin = f"Origin: {self.server.origin}\r\nContent-Length: 0\r\n"
        heads, _ = self.heads(("POST /nothing HTTP/1.1", origin), ("GET /api HTTP/1.1", ""))
        self.assertEqual([("HTTP/1.1 404 Not Found", "close", None)],
                         [(status, headers.get("Connection"), headers.get("Keep-Alive")) for status, headers in heads])

    def test_every_refusal_is_written_in_one_way(self):
        (early,), _ = self.heads(("BREW / HTTP/1.1", ""))
        (late,), _ = self.heads(("PUT /api HTTP/1.1", f"Origin: {self.server.origin}\r\nContent-Length: 0\r\n"))
        self.assertEqual(("HTTP/1.1 405 Method Not Allowed", list(late[1])), (early[0], list(early[1])))
        self.assertEqual(late[0], early[0])

    def test_events_come_in_chunks(self):
        (head,), got = self.heads(("GET /api/changes HTTP/1.1", ""))
        self.assertEqual(("HTTP/1.1 200 OK", "chunked", "text/event-stream", None),
                         (head[0], *(head[1].get(name) for name in ("Transfer-Encoding", "Content-Type", "Content-Length"))))
        self.assertTrue(got.endswith(b"\r\n\r\nd\r\n: listening\n\n\r\n"), got[-60:])


@unittest.skipUnless(jsonschema, "python3-jsonschema is not installed")
class Shapes(Test):
    def test_requests(self):
        """The schema of a request takes what the server answers, and nothing that it says to mean nothing."""
        server = self.serve()
        schema = {"$ref": "#/components/schemas/Request", "components": OPENAPI["components"]}
        for request in [{"verb": "states", "case": SMALL, "only": "seq", "limit": 1, "form": "csv"}, {"verb": "states", "case": SMALL, "only": "sec"},
                        {"verb": "states"}, {"verb": "states", "case": SMALL, "limit": 0}, {"verb": "settle", "case": SMALL, "csv": True},
                        {"verb": "why", "case": SMALL, "state": 1}, {"verb": "why", "case": SMALL, "state": 1, "at": "true"}, {"verb": "verify"},
                        {"verb": "unlock", "case": SMALL, "party": "a"}, {"verb": "new"}, {"verb": "new", "form": "json"}, {"verb": "case", "name": "elmira"},
                        {"verb": "keep", "case": SMALL, "changes": "x"}, {"verb": "draw", "case": SMALL, "picture": "gap", "width": 80}, {}]:
            with self.subTest(request={key: value for key, value in request.items() if key != "case"}):
                fits = jsonschema.Draft202012Validator(schema).is_valid(request)
                self.assertEqual(fits, server.ask("POST", "/api/ask", request).json["status"] != 2)

    def check(self, reply, method, path):
        """A reply against what openapi.json says of it."""
        responses = OPENAPI["paths"][path][method]["responses"]
        answer = responses.get(str(reply.status)) or responses["default"]
        self.assertTrue(str(reply.status) in responses or reply.status >= 400, (reply.status, reply.body))
        kinds = answer.get("content", {})
        if not kinds:
            return reply
        kind = reply.headers["Content-Type"].split(";")[0]
        self.assertIn(kind, kinds)
        if kind == "application/json":
            schema = {**kinds[kind]["schema"], "components": OPENAPI["components"]}
            jsonschema.validate(reply.json, schema)
        return reply

    def test_every_route(self):
        server = self.serve()
        ask, was = server.ask, f'"{etag_of(SMALL)}"'
        toml = {"Content_Type": "application/toml"}
        seen = set()

        def call(method, path, body=None, query="", named=None, **headers):
            seen.add((method, path))
            way = path
            for name, value in (named or {}).items():
                way = way.replace("{" + name + "}", str(value))
            return self.check(ask(method.upper(), way + query, body, **headers), method, path)

        call("get", "/api")
        call("get", "/api/files")
        a = {"name": "a.toml"}
        call("get", "/api/files/{name}", named=a)
        call("get", "/api/files/{name}", named=a, If_None_Match=was)
        call("get", "/api/files/{name}", named={"name": "b.toml"})
        call("post", "/api/files", {"files": [{"name": "linked.toml", "text": LINKED}]})
        call("put", "/api/files/{name}", FIRST, named=a, If_Match=was, **toml)
        self.assertEqual(409, call("put", "/api/files/{name}", FIRST, named=a, If_Match=was, **toml).status)
        self.assertEqual(409, call("delete", "/api/files/{name}", named=a, If_Match=was).status)
        call("post", "/api/files/{name}", SMALL, named={"name": "b.toml"}, **toml)
        call("delete", "/api/files/{name}", named={"name": "b.toml"}, If_Match=was)
        call("get", "/api/files")
        call("post", "/api/import", SMALL, "?name=c.toml", Content_Type="application/octet-stream")
        call("post", "/api/revisions", SMALL, "?file=b.toml", **toml)
        revisions = call("get", "/api/revisions", query="?file=a.toml").json["revisions"]
        one = {"id": revisions[-1]["id"]}
        call("get", "/api/revisions/{id}", named=one)
        call("get", "/api/revisions/{id}/diff", named=one)
        self.assertEqual(409, call("post", "/api/revisions/{id}/restore", "", named=one, If_Match=was).status)
        call("post", "/api/revisions/{id}/restore", "", named=one, If_Match=f'"{etag_of(FIRST)}"')
        call("post", "/api/ask", {"verb": "settle", "case": SMALL})
        call("post", "/api/ask", {"verb": "settle", "case": "x"})
        other = FIRST.replace("demand     = true", "demand     = false", 1)
        self.assertNotEqual(FIRST, other)
        for request, shape in [({"verb": "page", "case": FIRST}, "Page"), ({"verb": "check", "case": "x", "form": "json"}, "Checked"),
                               ({"verb": "check", "case": LINKED, "beside": ["northern-territories.toml", FIRST + "[", "north-korea-pressure.toml", FIRST], "form": "json"}, "Checked"),
                               ({"verb": "diff", "case": FIRST, "after": other, "form": "json"}, "Difference")]:
            out = call("post", "/api/ask", request).json["out"]
            self.assertTrue(out)
            jsonschema.validate(out, {"$ref": f"#/components/schemas/{shape}", "components": OPENAPI["components"]})
        long = {"verb": "sample", "case": FIRST, "variants": 3000000}
        job = {"id": call("post", "/api/ask", long, "?wait=0").json["job"]["id"]}
        call("delete", "/api/jobs/{id}", named=job)
        job = {"id": call("post", "/api/jobs", {"verb": "settle", "case": SMALL}, "?what=x").json["job"]["id"]}
        call("get", "/api/jobs")
        while call("get", "/api/jobs/{id}", named=job).json["job"]["state"] != "done":
            time.sleep(0.05)
        call("post", "/api/jobs/{id}/stop", "", named=job)
        call("get", "/api/jobs/{id}/answer", named=job)
        call("get", "/api/library")
        call("get", "/api/library/{name}", named={"name": "elmira"})
        call("get", "/")
        call("get", "/assets/{file}", named={"file": "none.js"})
        call("get", "/brief/{name}", named=a)
        call("get", "/report/{name}", named=a)
        call("get", "/plain.css")
        call("get", "/open", query="?key=x")
        call("get", "/login")
        call("post", "/login", "password=x", Content_Type="application/x-www-form-urlencoded")
        call("post", "/logout", "")
        every = {(method, path) for path, methods in OPENAPI["paths"].items() for method in methods}
        self.assertEqual({("get", "/api/changes")}, every - seen, "that one is in files_test")


if __name__ == "__main__":
    main()
