"""pressure_test BINARY ROOT - too few threads, too little memory, a folder that is gone, and crowds of strangers: what cannot be done is said, and the rest goes on."""
import os
import resource
import signal
import socket
import subprocess
import tempfile
import threading
import time

from serving import BINARY, FIRST, SECONDS, SMALL, Test, children, main

MEGABYTE = 1 << 20
STRANGERS = 300
NOBODY = 64321  # limits on processes are not for root


def become_nobody():
    if os.geteuid() == 0:
        os.setuid(NOBODY)


def size_of(process):
    """The addresses that it has taken, in bytes."""
    with open(f"/proc/{process.pid}/statm") as file:
        return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")


class Starved(Test):
    """A thread's stack takes 8 MB of addresses, so that a process that may take no more has no more threads."""

    def starve(self, server, room):
        resource.prlimit(server.process.pid, resource.RLIMIT_AS, (size_of(server.process) + room, resource.RLIM_INFINITY))

    def feed(self, server):
        resource.prlimit(server.process.pid, resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))

    def job(self, server, question, one=None):
        reply = server.ask("POST", "/api/jobs", question, connection=one)
        self.assertEqual(202, reply.status, reply.body)
        return reply.json["job"]["id"]

    def ended(self, server, job, one=None):
        until = time.monotonic() + SECONDS
        while (now := server.ask("GET", f"/api/jobs/{job}", connection=one).json["job"])["state"] in ("waiting", "running"):
            self.assertLess(time.monotonic(), until, now)
            time.sleep(0.02)
        return now

    def terminated(self, server):
        server.process.send_signal(signal.SIGTERM)
        self.assertEqual(0, server.process.wait(SECONDS))
        self.assertEqual("", server.process.stderr.read())

    def test_no_lane_is_lost(self):
        """Work that is asked for when no thread can be made begins all the same, and so does what comes later."""
        server = self.serve("--analyses", "3")
        one = server.connect()
        server.ask("GET", "/api/files", connection=one)
        self.starve(server, 6 * MEGABYTE)
        jobs = [self.job(server, {"verb": "settle", "case": SMALL}, one) for _ in range(9)]
        self.assertEqual(["done"] * 9, [self.ended(server, job, one)["state"] for job in jobs])
        self.feed(server)
        jobs = [self.job(server, {"verb": "sample", "case": FIRST, "variants": 3000000}, one) for _ in range(4)]
        until = time.monotonic() + SECONDS
        states = []
        while states != ["running", "running", "running", "waiting"]:
            states = [server.ask("GET", f"/api/jobs/{job}").json["job"]["state"] for job in jobs]
            self.assertLess(time.monotonic(), until, states)
        one.close()
        self.terminated(server)

    def test_connections_without_threads(self):
        """Those who are in go on, whoever comes is let in where a stranger can go, and nobody waits for ever."""
        server = self.serve()
        one = server.connect()
        server.ask("GET", "/api/files", connection=one)
        self.starve(server, 6 * MEGABYTE)
        strangers = [socket.create_connection((server.host, server.port)) for _ in range(40)]
        self.assertEqual(200, server.ask("GET", "/api/files", connection=one).status)
        for _ in range(3):
            self.assertEqual(200, server.ask("GET", "/api/files/a.toml").status, "a stranger has gone for it")
        for stranger in strangers:
            stranger.close()
        one.close()
        self.terminated(server)

    def test_an_answer_without_memory(self):
        """Where an answer is larger than what there is room for, that job fails; the server, and its lane, live on."""
        large = 'format = 1\ntitle = "Large"\n' + "".join(
            f'[[party]]\nid = "p{p}"\n' + "".join(f'[[party.option]]\nid = "o{k}"\n' for k in range(8)) for p in range(2))
        server = self.serve("--analyses", "1")
        one = server.connect()
        self.starve(server, 3 * MEGABYTE)
        for _ in range(2):
            job = self.ended(server, self.job(server, {"verb": "states", "case": large, "form": "json"}, one), one)
            self.assertEqual(("failed", "analysis_failed"), (job["state"], job["error"]["code"]))
        self.assertEqual("done", self.ended(server, self.job(server, {"verb": "settle", "case": SMALL}, one), one)["state"])
        self.feed(server)
        job = self.ended(server, self.job(server, {"verb": "states", "case": large, "form": "json"}, one), one)
        self.assertEqual("done", job["state"])
        one.close()
        self.terminated(server)

    def limit_processes(self, pid, most):
        """Of a process of nobody, by nobody."""
        usual = resource.getrlimit(resource.RLIMIT_NPROC)
        child = os.fork()
        if child == 0:
            become_nobody()
            resource.prlimit(pid, resource.RLIMIT_NPROC, (most, usual[1]))
            os._exit(0)
        self.assertEqual(0, os.waitpid(child, 0)[1])

    def test_no_worker(self):
        """Where no process can be made for an analysis, that is said; once it can be, the next one begins."""
        os.chmod(self.folder, 0o777)
        server = self.serve("--analyses", "1", before=become_nobody)
        maker = children(server.process.pid)[0]
        self.limit_processes(maker, 0)
        for _ in range(3):
            job = self.ended(server, self.job(server, {"verb": "settle", "case": SMALL}))
            self.assertEqual(("failed", "no_worker"), (job["state"], job["error"]["code"]))
        self.assert_refused(server.ask("POST", "/api/ask", {"verb": "settle", "case": SMALL}), 503, "no_worker")
        self.limit_processes(maker, resource.getrlimit(resource.RLIMIT_NPROC)[0])
        self.assertEqual("done", self.ended(server, self.job(server, {"verb": "settle", "case": SMALL}))["state"])
        self.terminated(server)

    def test_too_few_to_begin_with(self):
        """Where not even the first threads can be had, the server says so and ends."""
        done = subprocess.run([BINARY, "serve", self.folder, "--analyses", "8"], text=True, capture_output=True, timeout=SECONDS,
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (160 * MEGABYTE,) * 2))
        self.assertEqual((1, ""), (done.returncode, done.stdout), done.stderr)
        self.assertRegex(done.stderr, "^entente: the server cannot start: .*threads")

    def test_a_lane_that_is_free_is_taken(self):
        """A quick question that waits becomes a job, which begins at once where a job may."""
        server = self.serve("--analyses", "1")
        long = {"verb": "sample", "case": FIRST, "variants": 3000000}
        first = threading.Thread(target=lambda: server.ask("POST", "/api/ask?wait=8", long))
        first.start()
        time.sleep(0.5)
        reply = server.ask("POST", "/api/ask?wait=0.2", long)
        self.assertEqual(202, reply.status)
        job = reply.json["job"]["id"]
        until = time.monotonic() + 5
        while (state := server.ask("GET", f"/api/jobs/{job}").json["job"]["state"]) != "running" and time.monotonic() < until:
            time.sleep(0.05)
        self.assertEqual(("running", True), (state, first.is_alive()))
        self.terminated(server)
        first.join()

    def test_deleted_folder(self):
        gone = tempfile.mkdtemp()
        for served in [[], ["."], ["--set-password"]]:
            os.makedirs(gone, exist_ok=True)
            done = subprocess.run(["sh", "-c", 'cd "$1" && rmdir "$1" && shift && exec "$@"', "sh", gone, BINARY, "serve", *served], input="", text=True,
                                  capture_output=True, timeout=SECONDS)
            self.assertEqual((1, ""), (done.returncode, done.stdout), done.stderr)
            self.assertRegex(done.stderr, "^(|.*\n)entente: .*deleted")
        os.makedirs(gone)
        server = self.serve(before=lambda: (os.chdir(gone), os.rmdir(gone)))
        self.assertEqual(str(self.folder), server.ask("GET", "/api").json["folder"], "another folder can be served from there")


class Strangers(Test):
    """However many there are, and however slow, they cut nobody off."""

    def crowd(self, server, first=b""):
        many = [socket.create_connection((server.host, server.port), timeout=SECONDS) for _ in range(STRANGERS)]
        for one in many:
            self.addCleanup(one.close)
            self.send(one, first)
        return many

    def send(self, one, data):
        try:
            one.sendall(data)
        except OSError:
            pass  # it was sent away

    def listening(self, server):
        heard, begun = [], threading.Event()

        def listen():
            events = server.connect()
            events.request("GET", "/api/changes", headers=server.headers())
            stream = events.getresponse()
            stream.readline()
            begun.set()
            try:
                while line := stream.readline().decode():
                    heard.append(line)
            except Exception:
                return  # the server has ended

        threading.Thread(target=listen, daemon=True).start()
        self.assertTrue(begun.wait(SECONDS))
        return heard

    def cut_nobody_off(self, server, one, heard, name):
        begun = time.monotonic()
        self.assertEqual(200, server.ask("GET", "/api/files", connection=one).status, "who is in stays in")
        for _ in range(20):
            self.assertEqual(200, server.ask("GET", "/api/files").status, "and comes in again")
        self.assertEqual(201, server.create(name, SMALL).status)
        self.assertEqual(200, server.ask("GET", "/plain.css", Cookie=None).status, "a new stranger, too")
        self.assertLess(time.monotonic() - begun, 20)
        while not any(name in line for line in heard) and time.monotonic() - begun < SECONDS:
            time.sleep(0.05)
        self.assertTrue(any(name in line for line in heard), "and listens on")

    def test_idle(self):
        server = self.serve()
        one, heard = server.connect(), self.listening(server)
        self.assertEqual(200, server.ask("GET", "/api/files", connection=one).status)
        many = self.crowd(server)
        self.cut_nobody_off(server, one, heard, "b.toml")
        self.assertGreater(sum(self.is_closed(stranger) for stranger in many), STRANGERS // 2)

    def is_closed(self, one):
        one.setblocking(False)
        try:
            return one.recv(1) == b""
        except BlockingIOError:
            return False
        except OSError:
            return True

    def test_slow(self):
        """Heads and bodies that come byte by byte."""
        server = self.serve()
        one, heard = server.connect(), self.listening(server)
        self.assertEqual(200, server.ask("GET", "/api/files", connection=one).status)
        head = f"GET /plain.css HTTP/1.1\r\nHost: {server.place}\r\nX: "
        body = f"POST /login HTTP/1.1\r\nHost: {server.place}\r\nOrigin: {server.origin}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 8000\r\n\r\n"
        for turn, first in enumerate([head, body]):
            many, drips = self.crowd(server, first.encode()), True

            def drip():
                while drips:
                    for stranger in many:
                        self.send(stranger, b"x")
                    time.sleep(0.2)

            dripping = threading.Thread(target=drip)
            dripping.start()
            self.cut_nobody_off(server, one, heard, f"b{turn}.toml")
            drips = False
            dripping.join()

    def test_few_descriptors(self):
        """A shell that allows few open files changes nothing; where there are none left, strangers go for those who come."""
        server = self.serve(before=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (64, resource.getrlimit(resource.RLIMIT_NOFILE)[1])))
        one, heard = server.connect(), self.listening(server)
        self.assertEqual(200, server.ask("GET", "/api/files", connection=one).status)
        self.crowd(server)
        self.cut_nobody_off(server, one, heard, "b.toml")
        used = len(os.listdir(f"/proc/{server.process.pid}/fd"))
        resource.prlimit(server.process.pid, resource.RLIMIT_NOFILE, (used - 10, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
        self.assertEqual(200, server.ask("GET", "/plain.css", Cookie=None).status)
        self.assertEqual(200, server.ask("GET", "/api", connection=one).status)

    def test_one_address_costs_no_other_its_place(self):
        """Whoever fills the strangers' places from one address loses his own."""
        server = self.serve()
        other = socket.create_connection((server.host, server.port), timeout=SECONDS, source_address=("127.0.0.2", 0))
        self.addCleanup(other.close)
        many = self.crowd(server)
        self.assertEqual(200, server.ask("GET", "/plain.css", Cookie=None).status)
        other.sendall(f"GET /plain.css HTTP/1.1\r\nHost: {server.place}\r\nConnection: close\r\n\r\n".encode())
        self.assertTrue(other.recv(100).startswith(b"HTTP/1.1 200"))
        self.assertGreater(sum(self.is_closed(stranger) for stranger in many), STRANGERS // 2)

    def test_members_do_not_fill_it_up(self):
        """Idle connections of sessions make room for those that come, and event streams have places of their own."""
        server = self.serve()
        heard = self.listening(server)
        many = [server.connect() for _ in range(200)]
        for one in many:
            self.addCleanup(one.close)
            self.assertEqual(200, server.ask("GET", "/api/files", connection=one).status)
        streams = []
        for _ in range(80):
            one = server.connect()
            self.addCleanup(one.close)
            one.request("GET", "/api/changes", headers=server.headers())
            streams.append(one.getresponse())
        self.assertEqual({200, 503}, {stream.status for stream in streams})
        self.assertEqual(63, [stream.status for stream in streams].count(200), "and the first one")
        self.assertEqual(201, server.create("b.toml", SMALL).status)
        time.sleep(0.5)
        self.assertTrue(any("b.toml" in line for line in heard))


if __name__ == "__main__":
    main()
