"""A server to test: NAME_test.py BINARY ROOT [MORE...]."""
import hashlib
import http.client
import json
import pathlib
import re
import select
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import unittest
import urllib.parse

BINARY, ROOT = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
FIRST = (ROOT / "cases/northern-territories.toml").read_text()
SMALL = (ROOT / "cases/elmira.toml").read_text()
SECONDS = 60


def etag_of(text):
    """As the server names a text."""
    return hashlib.sha256(text.encode()).hexdigest()


class Reply:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def text(self):
        return self.body.decode()

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def code(self):
        return self.json["error"]["code"]

    @property
    def etag(self):
        return (self.headers.get("ETag") or "").strip('"')


class Server:
    """`entente serve` on a folder; let in by its link unless `enter` is False."""

    def __init__(self, folder, *flags, enter=True, before=None):
        self.folder = pathlib.Path(folder)
        self.process = subprocess.Popen([BINARY, "serve", folder, *flags], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=before)
        self.cookie = None
        line = self.line()
        self.link = re.search(r"\S+://\S+", line)[0]
        where = urllib.parse.urlsplit(self.link)
        self.scheme, self.host, self.port = where.scheme, where.hostname, where.port
        self.place = f"{self.host}:{self.port}"
        self.origin = f"{self.scheme}://{self.place}"
        self.way_in = where.path + "?" + where.query
        if enter:
            self.enter()

    def line(self):
        """The next line that it prints."""
        if not select.select([self.process.stdout], [], [], SECONDS)[0]:
            raise AssertionError("the server says nothing")
        line = self.process.stdout.readline()
        if not line:
            raise AssertionError(f"the server ended: {self.process.stderr.read()}")
        return line

    def enter(self):
        came = self.ask("GET", self.way_in)
        self.cookie = came.headers["Set-Cookie"].split(";")[0]
        return came

    def connect(self, timeout=SECONDS):
        if self.scheme == "http":
            return http.client.HTTPConnection(self.host, self.port, timeout=timeout)
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        return http.client.HTTPSConnection(self.host, self.port, timeout=timeout, context=context)

    def headers(self, body=None, **more):
        all_of_them = {"Host": self.place, "Origin": self.origin}
        if self.cookie:
            all_of_them["Cookie"] = self.cookie
        if body is not None:
            all_of_them["Content-Type"] = "application/json"
        all_of_them.update({name.replace("_", "-"): value for name, value in more.items()})
        return {name: value for name, value in all_of_them.items() if value is not None}

    def ask(self, method, path, body=None, connection=None, **headers):
        """One request; a header with None is left out."""
        one = connection or self.connect()
        try:
            if isinstance(body, (dict, list)):
                body = json.dumps(body)
            if isinstance(body, str):
                body = body.encode()
            one.request(method, path, body, self.headers(body, **headers))
            reply = one.getresponse()
            return Reply(reply.status, reply.headers, reply.read())
        finally:
            if not connection:
                one.close()

    def file(self, name):
        return "/api/files/" + urllib.parse.quote(name, safe="")

    def put(self, name, text, was, **more):
        return self.ask("PUT", self.file(name), text, Content_Type="application/toml", If_Match=f'"{was}"', **more)

    def create(self, name, text, **more):
        return self.ask("POST", self.file(name), text, Content_Type="application/toml", **more)

    def raw(self, data, wait=5):
        """Bytes as they are, and what comes back until the other side closes or is silent."""
        with socket.create_connection((self.host, self.port), timeout=wait) as one:
            got = b""
            try:
                one.sendall(data)
                while piece := one.recv(65536):
                    got += piece
            except OSError:
                pass
            return got

    def events(self):
        """The stream of /api/changes, as (event, data) pairs."""
        one = self.connect()
        try:
            one.request("GET", "/api/changes", headers=self.headers())
            stream = one.getresponse()
            stream.readline()
            event = None
            while line := stream.readline().decode():
                if line.startswith("event: "):
                    event = line[7:].strip()
                if line.startswith("data: "):
                    yield event, json.loads(line[6:])
        finally:
            one.close()

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.close()

    def close(self):
        self.process.stdout.close()
        self.process.stderr.close()

    def end(self):
        """Ends it as Ctrl-C does; its exit status and what it complained about."""
        self.process.send_signal(signal.SIGINT)
        status = self.process.wait(SECONDS)
        err = self.process.stderr.read()
        self.close()
        return status, err


class Test(unittest.TestCase):
    """With a folder of cases that goes away, and servers that must end well."""

    def setUp(self):
        folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        self.folder = pathlib.Path(folder)
        self.write("a.toml", SMALL)

    def write(self, name, text):
        (self.folder / name).write_text(text)

    def read(self, name):
        return (self.folder / name).read_text()

    def serve(self, *flags, **kinds):
        server = Server(self.folder, *flags, **kinds)
        self.addCleanup(self.ends_well, server)
        return server

    def ends_well(self, server):
        if server.process.poll() is None:
            self.assertEqual((0, ""), server.end())
        else:
            server.close()

    def assert_refused(self, reply, status, code):
        self.assertEqual((status, code), (reply.status, reply.code), reply.body)
        self.assertGreater(len(reply.json["error"]["message"]), 10)


def children(pid):
    """Of a process, those that are no zombies."""
    try:
        with open(f"/proc/{pid}/task/{pid}/children") as file:
            return [int(child) for child in file.read().split() if alive(child)]
    except OSError:
        return []


def alive(pid):
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def main():
    unittest.main(argv=sys.argv[:1])
