"""hostile_test BINARY ROOT - requests that no honest browser sends: each is refused in the one form of an error, and the server lives on."""
import json
import os
import random
import socket
import threading
import time
import unittest

from serving import FIRST, SMALL, Server, Test, etag_of, main


def status_of(answer):
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.1 ") else None


def body_of(answer):
    return answer.partition(b"\r\n\r\n")[2]


class Hostile(Test):
    def setUp(self):
        super().setUp()
        self.server = self.serve()
        self.head = f"Host: {self.server.place}\r\nCookie: {self.server.cookie}\r\nOrigin: {self.server.origin}\r\n"

    def tearDown(self):
        self.assertEqual(200, self.server.ask("GET", "/api/files/a.toml").status, "it lives on")
        self.assertEqual(SMALL, self.read("a.toml"), "and nothing was changed")

    def refused(self, data, *statuses):
        """Raw bytes come to one of these, as JSON."""
        answer = self.server.raw(data.encode() if isinstance(data, str) else data)
        self.assertIn(status_of(answer), statuses, answer[:300])
        if statuses[0] >= 400:
            self.assertIn("code", json.loads(body_of(answer))["error"])
            self.assertIn(b"X-Content-Type-Options: nosniff", answer)
        return answer

    def test_request_lines(self):
        for line in ["GET", "GET /", "GET / HTTP/2.0", "GET / HTTP/0.9", "GET  / HTTP/1.1", "get / HTTP/1.1", "GET http://127.0.0.1/ HTTP/1.1",
                     "GET * HTTP/1.1", "GET /a b HTTP/1.1", "GET /\x00 HTTP/1.1", "GET /\x7f HTTP/1.1", "GET /# HTTP/1.1", "GET /% HTTP/1.1",
                     "GET /%4 HTTP/1.1", "GET /%u002e HTTP/1.1", "GET /\xff HTTP/1.1", " GET / HTTP/1.1", "", "\x16\x03\x01\x02", "G\x00T / HTTP/1.1"]:
            with self.subTest(line=line):
                self.refused(f"{line}\r\n{self.head}\r\n".encode("latin-1"), 400, 405)

    def test_methods(self):
        for method in ["OPTIONS", "PATCH", "TRACE", "CONNECT", "PRI", "PROPFIND", "M-SEARCH", "X" * 3000]:
            with self.subTest(method=method):
                self.refused(f"{method} / HTTP/1.1\r\n{self.head}\r\n", 405)
        for method, path in [("POST", "/api/library"), ("PUT", "/api/files"), ("DELETE", "/api/files"), ("PUT", "/api/ask"), ("DELETE", "/api"), ("POST", "/"),
                             ("GET", "/api/ask"), ("GET", "/logout"), ("DELETE", "/login"), ("PUT", "/api/jobs/1"), ("POST", "/api/revisions/1")]:
            with self.subTest(method=method, path=path):
                self.assert_refused(self.server.ask(method, path, "{}" if method in ("POST", "PUT") else None), 405, "method_not_allowed")

    def test_headers(self):
        many = "".join(f"X-{k}: 1\r\n" for k in range(70))
        for lines, statuses in [(f"{self.head}{many}", (431,)), (f"{self.head}X: {'a' * 20000}\r\n", (431,)), (f"{self.head}Host: x\r\n", (400,)),
                                (f"{self.head}Cookie: a=b\r\n", (400,)), (f"{self.head}No colon\r\n", (400,)), (f"{self.head}: x\r\n", (400,)),
                                (f"{self.head}A b: x\r\n", (400,)), (f"{self.head}A : x\r\n", (400,)), (f"{self.head}A: b\r\n folded\r\n", (400,)),
                                (f"{self.head}A: \x00\r\n", (400,)), (f"{self.head}A: b\rc\r\n", (400,)), (f"{self.head}A: b\nX: c\r\n", (400,)),
                                (f"{self.head}Content-Length: -1\r\n", (400,)), (f"{self.head}Content-Length: 1e3\r\n", (400,)),
                                (f"{self.head}Content-Length: 5\r\nContent-Length: 6\r\n", (400,)), (f"{self.head}Transfer-Encoding: chunked\r\n", (411,)),
                                ("", (400,)), ("Host:\r\n", (400, 403))]:
            with self.subTest(lines=lines[-60:]):
                self.refused(f"GET /api/files HTTP/1.1\r\n{lines}\r\n".encode("latin-1"), *statuses)
        for lines in ["Range: bytes=0-5\r\n", "Range: bytes=" + "0-," * 2000 + "\r\n", "Upgrade: h2c\r\n", "Expect: nonsense\r\n",
                      "Accept-Encoding: gzip, br\r\n", "REMOTE_ADDR: 1.2.3.4\r\nEntente-Wire: 0\r\n", "X-HTTP-Method-Override: DELETE\r\n", "X-Forwarded-Host: evil\r\n"]:
            with self.subTest(lines=lines[:40]):
                answer = self.server.raw(f"GET /api/files/a.toml HTTP/1.1\r\n{self.head}Connection: close\r\n{lines}\r\n".encode())
                self.assertEqual((200, SMALL.encode()), (status_of(answer), body_of(answer)))

    def test_bodies(self):
        post = f"POST /api/ask HTTP/1.1\r\n{self.head}Content-Type: application/json\r\n"
        for lines, status in [("", 411), ("Transfer-Encoding: chunked\r\n", 411), ("Content-Length: 99999999999999999999\r\n", 413),
                              ("Content-Length: 9000000\r\n", 413), ("Content-Length: 2\r\nContent-Encoding: gzip\r\n", 415),
                              ("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n", 411)]:
            with self.subTest(lines=lines):
                self.refused(f"{post}{lines}\r\n{{}}", status)
        for kind in ["text/plain", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "application/jsonx", "", "application/json, text/plain"]:
            with self.subTest(kind=kind):
                self.assert_refused(self.server.ask("POST", "/api/ask", "{}", Content_Type=kind), 415, "unsupported_media_type")
        self.refused(f"GET /api/files HTTP/1.1\r\n{self.head}Content-Length: 5\r\n\r\nhello", 400)
        self.refused(f"DELETE /api/files/a.toml HTTP/1.1\r\n{self.head}Content-Length: 5\r\n\r\nhello", 400)
        large = self.server.ask("POST", "/api/ask", json.dumps({"verb": "check", "case": "#" * (9 << 20)}))
        self.assert_refused(large, 413, "body_too_large")

    def test_second_request_in_a_body(self):
        """What stands in the body of a refused request is not the next request."""
        inner = f"DELETE /api/files/a.toml HTTP/1.1\r\n{self.head}If-Match: \"{etag_of(SMALL)}\"\r\n\r\n"
        for lines in [f"Content-Length: {len(inner)}\r\nContent-Type: text/plain\r\n", f"Content-Length: {len(inner)}\r\nContent-Type: application/json\r\nOrigin: http://evil\r\n",
                      f"Content-Length: {len(inner)}\r\n"]:
            for path in ["/api/ask", "/api/nothing", "/api/files"]:
                with self.subTest(path=path, lines=lines):
                    head = self.head if "Origin" not in lines else self.head.replace(f"Origin: {self.server.origin}\r\n", "")
                    answer = self.server.raw(f"POST {path} HTTP/1.1\r\n{head}{lines}\r\n{inner}".encode())
                    self.assertEqual(1, answer.count(b"HTTP/1.1 "), answer)
        self.refused(f"GET /api/files HTTP/1.1\r\n{self.head}Content-Length: {len(inner)}\r\n\r\n{inner}", 400)

    def test_origins(self):
        """Another site's page, or another name that leads here, gets nothing."""
        right = self.server.place
        for host in ["evil.example", f"evil.example:{self.server.port}", "127.0.0.1", "127.0.0.1:1", f"127.0.0.1.evil.example:{self.server.port}",
                     f"127.0.0.2:{self.server.port}", f"localhost.evil:{self.server.port}", f"[::2]:{self.server.port}", f"{right}@evil", "", f"0:{self.server.port}"]:
            for path in ["/", "/api/files", "/plain.css", "/open?key=x", "/login"]:
                with self.subTest(host=host, path=path):
                    reply = self.server.ask("GET", path, Host=host, Origin=None)
                    self.assertIn(reply.status, (400, 403))
                    self.assertIn(reply.code, ("wrong_host", "bad_request"))
        for host in [f"localhost:{self.server.port}", f"[::1]:{self.server.port}"]:
            self.assertEqual(200, self.server.ask("GET", "/api/files", Host=host, Origin=None).status)
        for origin in ["null", "http://evil.example", f"https://{right}", f"http://{right}.evil", f"http://{right}/", f"http://localhost:{self.server.port}",
                       "http://127.0.0.1", "file://", f"http://{right}, http://evil", f"http%3a//{right}"]:
            for method, path in [("GET", "/api/files"), ("POST", "/api/ask"), ("POST", "/api/files"), ("PUT", "/api/files/a.toml"), ("DELETE", "/api/files/a.toml"), ("POST", "/logout")]:
                with self.subTest(origin=origin, method=method):
                    body = "{}" if method in ("PUT", "POST") else None
                    self.assert_refused(self.server.ask(method, path, body, Origin=origin, If_Match=f'"{etag_of(SMALL)}"'), 403, "wrong_origin")
        for method, path in [("POST", "/api/ask"), ("PUT", "/api/files/a.toml"), ("DELETE", "/api/files/a.toml")]:
            self.assert_refused(self.server.ask(method, path, "{}" if method != "DELETE" else None, Origin=None), 403, "wrong_origin")
        for site in ["cross-site", "same-site", "nonsense"]:
            self.assert_refused(self.server.ask("GET", "/api/files", Origin=None, Sec_Fetch_Site=site), 403, "wrong_origin")
        self.assertEqual(200, self.server.ask("GET", "/api/files", Origin=None, Sec_Fetch_Site="same-origin").status)
        for reply in [self.server.ask("GET", "/api/files"), self.server.ask("GET", "/", Origin=None)]:
            self.assertIsNone(reply.headers["Access-Control-Allow-Origin"])

    def test_sessions(self):
        name, _, value = self.server.cookie.partition("=")
        for cookie in [None, "", name, f"{name}=", f"{name}={value[:-1]}", f"{name}={value}0", f"{name}={value.upper()}", f"x{name}={value}", f"entente={value}",
                       f"{name}={'0' * 64}", f"{name}=%00", f"{name}={value[:-1]}%{ord(value[-1]):02x}"]:
            with self.subTest(cookie=cookie):
                self.assert_refused(self.server.ask("GET", "/api/files", Cookie=cookie), 401, "no_session")
                self.assert_refused(self.server.ask("PUT", "/api/files/a.toml", "x", Cookie=cookie), 401, "no_session")
                self.assert_refused(self.server.ask("GET", "/api/no/such", Cookie=cookie), 401, "no_session")
                page = self.server.ask("GET", "/", Cookie=cookie, Origin=None)
                self.assertEqual((401, True), (page.status, b"Open the link" in page.body))
        self.assertEqual(200, self.server.ask("GET", "/api/files", Cookie=f"a=b; {self.server.cookie}; c=d").status)

    def test_link_is_good_once(self):
        again = self.server.ask("GET", self.server.way_in, Cookie=None)
        self.assertEqual((403, None), (again.status, again.headers["Set-Cookie"]))
        line = self.server.line()
        self.assertRegex(line, r"^Another link: http\S+$")
        for key in ["", "x", "0" * 64, "%00", "a" * 900]:
            self.assertEqual(403, self.server.ask("GET", "/open?key=" + key, Cookie=None).status)
        fresh = line.split()[-1].partition(self.server.place)[2]
        came = self.server.ask("GET", fresh, Cookie=None)
        self.assertRegex(came.headers["Set-Cookie"], r"^entente-\d+=[0-9a-f]{64}; Path=/; HttpOnly; SameSite=Strict$")

    def test_log_out(self):
        other = self.server.cookie
        self.assertEqual(303, self.server.ask("POST", "/logout", "").status)
        self.assert_refused(self.server.ask("GET", "/api/files"), 401, "no_session")
        self.server.ask("GET", self.server.way_in, Cookie=None)
        self.server.way_in = self.server.line().split()[-1].partition(self.server.place)[2]
        self.server.enter()
        self.assertNotEqual(other, self.server.cookie)

    def test_json(self):
        """Whatever is asked, the answer is JSON, and soon."""
        deep = "[" * 100000 + "]" * 100000
        for body in ["", "{", "[]", "null", "1", '"x"', "{}", "{" * 100000, deep, '{"verb":' + deep + "}", '{"a":' * 50000, '{"verb": 1}', '{"verb": null}', '{"verb": "nothing"}',
                     '{"verb": "analyze"}', '{"verb": "analyze", "case": 1}', '{"verb": "analyze", "case": []}', '{"verb": "analyze", "case": "x", "unknown": 1}',
                     '{"verb": "analyze", "verb": "settle", "case": ""}', '{"verb": "analyze", "case": "\\u0000"}', '{"verb": "analyze", "case": "\\ud800"}', b'{"verb": "\xff\xfe"}',
                     b"\x00" * 1000, b"\xef\xbb\xbf{}", '{"verb": "analyze", "case": "format = 1", "form": "xml"}', '{"verb": "states", "case": "", "limit": -1}',
                     '{"verb": "states", "case": "", "limit": 1e400}', '{"verb": "path", "case": "", "to": "' + "(" * 100000 + '"}', '{"verb": "/etc/passwd"}',
                     '{"verb": "check", "case": "", "sources": "/etc"}', '{"verb": "analyze", "case": "", "proof": "/tmp/x"}', "NaN", "1e999", '{"verb":"analyze"}x']:
            with self.subTest(body=body[:60]):
                reply = self.server.ask("POST", "/api/ask", body)
                self.assertIn(reply.status, (200, 400, 413, 422))
                answer = reply.json
                self.assertTrue("error" in answer or answer["status"] != 0, answer)

    def test_queries(self):
        for path, status in [("/api/revisions", 400), ("/api/revisions?file=", 400), ("/api/revisions?file=a.toml&before=x", 200), ("/api/revisions/x", 404),
                             ("/api/revisions/99999999999999999999999", 404), ("/api/revisions/-1", 404), ("/api/revisions/0", 404), ("/api/revisions/1%3Bdrop", 404),
                             ("/api/revisions?file='%20or%201=1", 200), ("/api/jobs/x", 404), ("/api/jobs/18446744073709551616", 404), ("/api/library/..", 404), ("/api/library/x", 404),
                             ("/assets/..%2f..%2fetc%2fpasswd", 404), ("/assets/%2e%2e", 404), ("/brief/..%2fa.toml", 404), ("/brief/%00", 400), ("//api/files", 404), ("/api//files", 404),
                             ("/API/FILES", 404), ("/api/files?" + "a=b&" * 200, 200), ("/" + "a/" * 400, 404), ("/" + "a" * 1100, 414), ("/api/files?a?b?c", 200), ("/api/files?", 200), ("/api/files?&=&?=?&", 200), ("/%0a", 404)]:
            with self.subTest(path=path[:60]):
                reply = self.server.ask("GET", path)
                self.assertEqual(status, reply.status, reply.body[:200])

    def test_strict_headers(self):
        for path in ["/", "/api/files", "/api/files/a.toml", "/plain.css", "/open", "/login", "/brief/a.toml", "/nothing"]:
            with self.subTest(path=path):
                headers = self.server.ask("GET", path, Origin=None).headers
                policy = headers["Content-Security-Policy"]
                self.assertTrue(policy.startswith("default-src 'none'; script-src 'self'") and "unsafe-inline" not in policy and "'unsafe-eval'" not in policy, policy)
                self.assertEqual(("nosniff", "no-referrer", "DENY"), tuple(headers[h] for h in ("X-Content-Type-Options", "Referrer-Policy", "X-Frame-Options")))

    def test_report_has_no_session(self):
        page = self.server.ask("GET", "/report/a.toml", Origin=None)
        self.assertEqual((200, True), (page.status, b"Elmira" in page.body or b"ELMIRA" in page.body.upper()))
        policy = page.headers["Content-Security-Policy"]
        self.assertTrue(policy.startswith("sandbox allow-scripts ") and "allow-same-origin" not in policy and "connect-src" not in policy, policy)

    def test_names_are_escaped(self):
        name = "<script>alert('1')&\"x\"<img src=x>.toml"
        self.assertEqual(201, self.server.create(name, "<script>alert(2)</script>").status)
        for path in ["/", "/brief/" + self.server.file(name)[11:], "/report/" + self.server.file(name)[11:]]:
            page = self.server.ask("GET", path, Origin=None).text
            self.assertNotRegex(page, "<script>alert|<img")
            if 'id="app"' not in page:  # the workbench's own page names no case
                self.assertIn("&lt;script&gt;", page)

    def test_half_requests(self):
        """Those who send slowly, or nothing, are sent away after a while and do not keep others out."""
        idle = [socket.create_connection((self.server.host, self.server.port)) for _ in range(60)]
        for k, one in enumerate(idle):
            one.sendall([b"", b"GET", b"GET / HTTP/1.1\r\nHost:", b"POST /api/ask HTTP/1.1\r\n"][k % 4])
        begun = time.monotonic()
        self.assertEqual(200, self.server.ask("GET", "/api/files").status)
        self.assertLess(time.monotonic() - begun, 2)
        drip = socket.create_connection((self.server.host, self.server.port))
        ended = None
        while ended is None and time.monotonic() - begun < 20:
            try:
                drip.sendall(b"G")
                drip.settimeout(0.5)
                if drip.recv(4096) == b"":
                    ended = time.monotonic() - begun
            except TimeoutError:
                continue
            except OSError:
                ended = time.monotonic() - begun
        self.assertIsNotNone(ended, "a byte now and then does not keep a connection")
        for one in idle:
            one.settimeout(15)
            self.assertIn(b"", [one.recv(4096), one.recv(4096)])
            one.close()
        drip.close()

    def test_too_many_connections(self):
        many = []
        for _ in range(400):
            many.append(socket.create_connection((self.server.host, self.server.port)))
        for one in many:
            one.close()
        time.sleep(0.5)
        self.assertEqual(200, self.server.ask("GET", "/api/files").status)

    def test_clients_that_go(self):
        """An answer that nobody waits for is not worked out."""
        body = json.dumps({"verb": "sample", "case": FIRST, "variants": 10000000, "form": "text"})
        for _ in range(8):
            with socket.create_connection((self.server.host, self.server.port)) as one:
                head = f"POST /api/ask HTTP/1.1\r\n{self.head}Content-Type: application/json\r\nContent-Length: {len(body.encode())}\r\n\r\n"
                one.sendall(head.encode() + body.encode())
                time.sleep(0.05)
        begun = time.monotonic()
        reply = self.server.ask("POST", "/api/ask", {"verb": "analyze", "case": SMALL, "form": "text"})
        self.assertEqual(0, reply.json["status"])
        self.assertLess(time.monotonic() - begun, 8)

    def test_noise(self):
        """Random bytes, and honest requests with random bytes changed."""
        dice = random.Random(20161115)
        honest = f"GET /api/files/a.toml HTTP/1.1\r\n{self.head}Connection: close\r\n\r\n".encode()
        for k in range(120):
            data = bytearray(dice.randbytes(dice.randrange(1, 400)) if k % 3 == 0 else honest)
            if k % 3:
                for _ in range(dice.randrange(1, 6)):
                    data[dice.randrange(len(data) - 4)] = dice.randrange(256)
            with self.subTest(k=k):
                one = socket.create_connection((self.server.host, self.server.port), timeout=15)
                one.sendall(data)
                one.shutdown(socket.SHUT_WR)
                got = b""
                try:
                    while piece := one.recv(65536):
                        got += piece
                except ConnectionResetError:
                    pass
                one.close()
                self.assertIn(status_of(got), (None, 200, 400, 401, 403, 404, 405, 411, 414, 415))


class Limits(Test):
    def test_body(self):
        server = self.serve("--body", "1")
        self.assert_refused(server.ask("POST", "/api/ask", " " * (1 << 20) + " "), 413, "body_too_large")

    def test_strangers_send_little(self):
        server = self.serve()
        reply = server.ask("POST", "/login", "password=" + "x" * 9000, Cookie=None, Content_Type="application/x-www-form-urlencoded")
        self.assert_refused(reply, 413, "body_too_large")

    def test_busy(self):
        """More questions than may wait are turned away, and none is lost that was taken."""
        server = self.serve("--analyses", "1")
        body = json.dumps({"verb": "robust", "case": FIRST, "form": "text"})
        codes = []
        for _ in range(80):
            reply = server.ask("POST", "/api/jobs", body)
            codes.append(reply.code if reply.status == 503 else reply.status)
        self.assertEqual({202, "busy"}, set(codes))
        self.assertEqual(200, server.ask("POST", "/api/ask", {"verb": "analyze", "case": SMALL}).status, "the quick ones have a way of their own")

    def test_port_is_taken(self):
        server = self.serve()
        other = Server(ends_at_once(self.folder), enter=False)
        self.assertNotEqual(server.port, other.port)
        self.assertEqual((0, ""), other.end())


def ends_at_once(folder):
    """Another folder beside."""
    other = folder / "other"
    os.mkdir(other)
    return other


if __name__ == "__main__":
    main()
