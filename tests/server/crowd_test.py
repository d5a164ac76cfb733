"""crowd_test BINARY ROOT [SECONDS] - fifty clients at once, each saving, reading, asking and listening: nothing wrong and nothing lost."""
import os
import random
import sys
import threading
import time
import unittest

from serving import FIRST, SMALL, Test, etag_of, main

LASTS = float(sys.argv[3]) if len(sys.argv) > 3 else 6
CLIENTS = 50
LATE = "ENTENTE_RACES" in os.environ  # where races are looked for, a question may take long and become a job


class Client(threading.Thread):
    """Has a case of its own, and one that all write to."""

    def __init__(self, server, number, until):
        super().__init__()
        self.server, self.number, self.until = server, number, until
        self.name_of_case = f"own-{number}.toml"
        self.saved, self.wrong, self.counts = [], [], {}
        self.slowest = {}

    def step(self, kind, dice):
        s, one = self.server, self.one
        if kind == "save":
            text = SMALL + f"\n# {self.number}, {len(self.saved)}\n"
            if self.saved:
                reply = s.put(self.name_of_case, text, self.saved[-1], connection=one)
            else:
                reply = s.create(self.name_of_case, text, connection=one)
            if reply.status in (200, 201):
                self.saved.append(etag_of(text))
            return reply.status in (200, 201), reply
        if kind == "read":
            reply = s.ask("GET", f"/api/files/{self.name_of_case}", connection=one)
            return (reply.status == 200 and reply.etag == self.saved[-1] and etag_of(reply.text) == reply.etag) if self.saved else reply.status == 404, reply
        if kind == "share":
            was = s.ask("GET", "/api/files/shared.toml", connection=one).etag
            reply = s.put("shared.toml", SMALL + f"# {self.number} {dice.random()}\n", was, connection=one)
            return reply.status in (200, 409), reply
        if kind == "ask":
            case, verb = dice.choice([(SMALL, "settle"), (SMALL, "analyze"), (FIRST, "settle")])
            reply = s.ask("POST", "/api/ask", {"verb": verb, "case": case}, connection=one)
            good = reply.status == 200 and reply.body == self.expected[case, verb] if (case, verb) in self.expected else reply.status == 200
            return good or (reply.status == 503 and reply.code == "busy") or (reply.status == 202 and LATE), reply
        if kind == "list":
            reply = s.ask("GET", "/api/files", connection=one)
            return reply.status == 200 and len(reply.json["files"]) >= 2, reply
        reply = s.ask("GET", f"/api/revisions?file={self.name_of_case}", connection=one)
        return reply.status == 200 and [r["etag"] for r in reply.json["revisions"][:1]] == self.saved[-1:], reply

    def run(self):
        dice = random.Random(self.number)
        self.one = self.server.connect()
        while time.monotonic() < self.until:
            kind = dice.choice(["save", "save", "read", "share", "ask", "list", "revisions"])
            begun = time.monotonic()
            try:
                good, reply = self.step(kind, dice)
            except Exception as error:
                good, reply = False, error
            self.slowest[kind] = max(self.slowest.get(kind, 0), time.monotonic() - begun)
            self.counts[kind] = self.counts.get(kind, 0) + 1
            if not good:
                self.wrong.append((kind, getattr(reply, "status", reply), getattr(reply, "body", b"")[:200]))
        self.one.close()


class Crowd(Test):
    def test_nothing_wrong_and_nothing_lost(self):
        self.write("shared.toml", SMALL)
        server = self.serve()
        Client.expected = {(case, verb): server.ask("POST", "/api/ask", {"verb": verb, "case": case}).body
                           for case, verb in [(SMALL, "settle"), (SMALL, "analyze"), (FIRST, "settle")]}
        job = server.ask("POST", "/api/jobs", {"verb": "robust", "case": FIRST, "form": "text"}).json["job"]["id"]
        heard = set()

        def listen():
            try:
                for event, data in server.events():
                    if event == "file":
                        heard.add(data["etag"])
            except Exception:
                return  # the server has ended

        threading.Thread(target=listen, daemon=True).start()
        time.sleep(0.2)
        until = time.monotonic() + LASTS
        clients = [Client(server, k, until) for k in range(CLIENTS)]
        for client in clients:
            client.start()
        for client in clients:
            client.join()
        self.assertEqual([], [wrong for client in clients for wrong in client.wrong][:10])
        for client in clients:
            if client.saved:
                self.assertEqual(client.saved[-1], etag_of(self.read(client.name_of_case)))
            kept, before = [], ""
            while client.saved:
                page = server.ask("GET", f"/api/revisions?file={client.name_of_case}" + before).json
                kept += [r["etag"] for r in page["revisions"]]
                if not page["more"]:
                    break
                before = f"&before={page['revisions'][-1]['id']}"
            self.assertEqual(client.saved, kept[::-1])
        time.sleep(0.5)
        every = {etag for client in clients for etag in client.saved[-5:]}
        self.assertEqual(set(), every - heard, "who listens hears of each")
        server.ask("DELETE", f"/api/jobs/{job}")
        kinds = sorted({kind for client in clients for kind in client.counts})
        print(f"{CLIENTS} clients, {LASTS:g} s, nothing wrong and nothing lost:",
              ", ".join(f"{sum(c.counts.get(k, 0) for c in clients)} {k} (slowest {max(c.slowest.get(k, 0) for c in clients):.2f} s)" for k in kinds))


if __name__ == "__main__":
    main()
