"""kill_test BINARY ROOT [TIMES] - the server killed at a random moment while it saves, over and over: what it acknowledged is there."""
import os
import random
import sys
import threading
import time
import unittest

from serving import SMALL, Server, Test, etag_of, main

TIMES = int(sys.argv[3]) if len(sys.argv) > 3 else 100


class Killed(Test):
    def test_nothing_acknowledged_is_lost(self):
        dice = random.Random(8)
        acknowledged, asked, now = [], {etag_of(SMALL)}, etag_of(SMALL)
        in_time, takes = 0, 0.03
        for turn in range(TIMES):
            server = Server(self.folder)
            text = self.read("a.toml")
            self.assertIn(etag_of(text), {now} | asked, f"turn {turn}: whole, and one that was saved last")
            now, asked = etag_of(text), set()
            killer = threading.Timer(dice.uniform(0, 4 * takes), server.process.kill)
            killer.start()
            one, k = server.connect(), 0
            try:
                while True:
                    text = SMALL + f"\n# turn {turn}, save {k}\n" * dice.randrange(1, 400)
                    asked = {etag_of(text)}
                    begun = time.monotonic()
                    reply = server.put("a.toml", text, now, connection=one)
                    takes += (time.monotonic() - begun - takes) / 8
                    self.assertEqual(200, reply.status, reply.body)
                    now, asked, k = etag_of(text), set(), k + 1
                    acknowledged.append(now)
            except OSError:
                pass
            except Exception as error:  # half an answer
                self.assertIn(type(error).__name__, ("RemoteDisconnected", "IncompleteRead", "BadStatusLine"), error)
            killer.join()
            in_time += k
            server.process.wait()
            server.close()
        server = self.serve()
        self.assertIn(etag_of(self.read("a.toml")), {now} | asked)
        kept, before = [], ""
        while True:
            page = server.ask("GET", "/api/revisions?file=a.toml" + before).json
            kept += [r["etag"] for r in page["revisions"]]
            before = f"&before={page['revisions'][-1]['id']}"
            if not page["more"]:
                break
        self.assertEqual([], [etag for etag in acknowledged if etag not in set(kept)])
        order = [etag for etag in reversed(kept) if etag in set(acknowledged)]
        self.assertEqual(acknowledged, order, "each once, in their order")
        for etag in set(dice.sample(acknowledged, min(20, len(acknowledged)))):
            revision = next(r for r in self.pages(server) if r["etag"] == etag)
            self.assertEqual(etag, etag_of(server.ask("GET", f"/api/revisions/{revision['id']}").text))
        self.assertEqual([], [name for name in os.listdir(self.folder / ".entente") if name.endswith(".part")])
        self.assertGreater(in_time, TIMES // 2, "it was killed while saving, not before")
        print(f"killed {TIMES} times, {len(acknowledged)} saves acknowledged, none lost")

    def pages(self, server):
        before = ""
        while True:
            page = server.ask("GET", "/api/revisions?file=a.toml" + before).json
            yield from page["revisions"]
            if not page["more"]:
                return
            before = f"&before={page['revisions'][-1]['id']}"

    def test_nobody_is_left(self):
        """The processes that analyse go with the server."""
        server = Server(self.folder)
        server.ask("POST", "/api/jobs", {"verb": "sample", "case": SMALL, "variants": 100000000})
        time.sleep(0.3)
        group = [int(pid) for pid in os.listdir("/proc") if pid.isdigit() and self.is_ours(pid)]
        self.assertGreaterEqual(len(group), 2)
        server.kill()
        begun = time.monotonic()
        while [pid for pid in group if self.is_ours(pid)] and time.monotonic() - begun < 5:
            time.sleep(0.02)
        self.assertEqual([], [pid for pid in group if self.is_ours(pid)])

    def is_ours(self, pid):
        try:
            with open(f"/proc/{pid}/cmdline", "rb") as file:
                return str(self.folder).encode() in file.read()
        except OSError:
            return False


if __name__ == "__main__":
    main()
