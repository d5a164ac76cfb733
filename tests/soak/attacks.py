"""Kills and hostile requests of the soak: a program that writes a file or a server that saves, killed at a random moment; and requests of
damaged bytes, that the server answers or cuts off, and survives."""
import json
import pathlib
import random
import shutil
import signal
import subprocess
import tempfile
import threading
import time

from serving import BINARY, SMALL, Server, etag_of

STATUSES = range(200, 600)
OLD = '{"proof":"entente-proof/1","case":"of before"}\n'
WRITERS = [["report", "-o"], ["draw", "-o"], ["sample", "--variants", "200", "-o"], ["analyze", "--proof"], ["robust", "--svg"]]


class Attacks:
    def __init__(self, root, seed):
        self.root, self.dice = root, random.Random(seed)
        self.last = b""

    def kept(self, folder):
        """What the server was sent last, in a file."""
        file = pathlib.Path(folder) / f"request-{self.dice.randrange(1 << 32)}"
        file.write_bytes(self.last)
        return file

    def kill(self):
        with tempfile.TemporaryDirectory() as folder:
            place = pathlib.Path(folder)
            (place / "a.toml").write_text(SMALL)
            self.dice.choice([self.kill_writer, self.kill_server])(place)

    def kill_writer(self, place):
        """The file is what it was, or the whole of what it was to be."""
        words = self.dice.choice(WRITERS)
        target, whole = place / "target", place / "whole"
        begun = time.monotonic()
        subprocess.run([BINARY, words[0], place / "a.toml", *words[1:], whole], check=True, capture_output=True)
        took = time.monotonic() - begun
        target.write_text(OLD)
        work = subprocess.Popen([BINARY, words[0], place / "a.toml", *words[1:], target], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(self.dice.uniform(0, 1.2 * took))
        work.kill()
        work.wait()
        now = target.read_bytes()
        assert now in (OLD.encode(), whole.read_bytes()), f"{words} left {len(now)} bytes, neither the old file nor the new one"
        assert (place / "a.toml").read_text() == SMALL, f"{words} changed the case"

    def kill_server(self, place):
        """What was acknowledged is there, in the file or its history; the file is one that was asked for."""
        server = Server(place)
        acknowledged, asked = [etag_of(SMALL)], etag_of(SMALL)
        killer = threading.Timer(self.dice.uniform(0.02, 0.6), server.process.kill)
        killer.start()
        try:
            one = server.connect()
            for k in range(10000):
                text = SMALL + f"\n# save {k}\n" * self.dice.randrange(1, 300)
                asked = etag_of(text)
                if server.put("a.toml", text, acknowledged[-1], connection=one).status != 200:
                    break
                acknowledged.append(asked)
        except Exception as error:  # half an answer, or none
            assert type(error).__name__ in ("RemoteDisconnected", "IncompleteRead", "BadStatusLine", "ConnectionResetError", "BrokenPipeError",
                                            "ConnectionRefusedError", "CannotSendRequest"), error
        killer.join()
        server.process.wait()
        server.close()
        assert etag_of((place / "a.toml").read_text()) in (acknowledged[-1], asked), "the file is none that was asked for last"
        self.look_again(place, acknowledged[1:])

    def look_again(self, place, acknowledged):
        server = Server(place)
        kept, before, more = set(), "", True
        while more:
            page = server.ask("GET", "/api/revisions?file=a.toml" + before).json
            kept |= {revision["etag"] for revision in page["revisions"]}
            more = page["more"]
            before = f"&before={page['revisions'][-1]['id']}" if page["revisions"] else ""
        lost = [etag for etag in acknowledged if etag not in kept]
        assert not lost, f"{len(lost)} of {len(acknowledged)} acknowledged saves are lost"
        assert server.end() == (0, ""), "it did not end well"

    def request(self, server):
        """A request as a browser sends it, whole; no save that could succeed."""
        case = json.dumps({"verb": self.dice.choice(["check", "settle", "states", "page", "draw"]), "case": SMALL})
        method, path, body = self.dice.choice([
            ("GET", "/", ""), ("GET", "/api/files", ""), ("GET", "/api/files/a.toml", ""), ("GET", "/api/revisions?file=a.toml", ""), ("GET", "/api/jobs", ""),
            ("POST", "/api/ask", case), ("POST", "/api/jobs", case), ("PUT", "/api/files/a.toml", SMALL), ("DELETE", "/api/files/b.toml", ""),
            ("GET", server.way_in, ""), ("POST", "/api/ask", "[" * 5000)])
        head = {"Host": server.place, "Origin": server.origin, "Cookie": server.cookie, "Connection": "close"}
        if body:
            head |= {"Content-Type": "application/json", "Content-Length": str(len(body)), "If-Match": f'"{"0" * 64}"'}
        lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in head.items())]
        return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()

    def damaged(self, data):
        data = bytearray(data)
        for _ in range(self.dice.randrange(1, 6)):
            if not data:  # all was cut off
                break
            at = self.dice.randrange(len(data)) if self.dice.random() < 0.3 else self.dice.randrange(min(len(data), 400))
            kind = self.dice.randrange(5)
            if kind == 0:
                data[at] ^= 1 << self.dice.randrange(8)
            elif kind == 1:
                data[at:at] = self.dice.choice([b"\r\n", b"\n", b"\0", b"%00", b"../", b": ", b"\r\n\r\n", b"\xff", b" ", b"Content-Length: 5\r\n",
                                                b"Transfer-Encoding: chunked\r\n", b"A" * 9000])
            elif kind == 2:
                del data[at:at + self.dice.randrange(1, 30)]
            elif kind == 3:
                data[at:at] = data[at:at + self.dice.randrange(1, 200)]
            else:
                del data[at + 1:]
        return bytes(data)

    def hostile(self, count):
        folder = tempfile.mkdtemp()
        try:
            (pathlib.Path(folder) / "a.toml").write_text(SMALL)
            self.besiege(pathlib.Path(folder), count)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def besiege(self, folder, count):
        server = Server(folder)
        try:
            for _ in range(count):
                self.last = self.damaged(self.request(server))
                answer = server.raw(self.last, wait=1.5)
                status = answer.split(b" ", 2)[1:2]
                assert not answer or (answer.startswith(b"HTTP/1.1 ") and status[0].isdigit() and int(status[0]) in STATUSES), answer[:200]
                assert b" 500 " not in answer[:20], answer[:300]
            assert server.ask("GET", "/api/files/a.toml").text == SMALL, "the file is another one"
            assert (folder / "a.toml").read_text() == SMALL, "the file was changed"
            ended = server.end()
            assert ended == (0, ""), f"it did not end well: {ended}"
        finally:
            if server.process.poll() is None:
                server.process.send_signal(signal.SIGKILL)
                server.process.wait()
