"""revisions_test BINARY ROOT - revisions listed, read, compared by conclusions and restored; questions and jobs, their progress and their end."""
import json
import threading
import time
import unittest

from serving import FIRST, SMALL, Test, etag_of, main

# With another agreement to aim at, Elmira comes out otherwise.
OTHER = SMALL.replace('when  = "uniroyal.plan = accept"', 'when  = "uniroyal.plan = abandon"')


class Revisions(Test):
    def revisions(self, server, query=""):
        return server.ask("GET", "/api/revisions?file=a.toml" + query).json

    def test_list_read_restore(self):
        server = self.serve()
        self.assertEqual({"revisions": [], "more": False}, self.revisions(server))
        texts = [SMALL] + [SMALL + f"\n# {k}\n" for k in range(130)]
        for before, text in zip(texts, texts[1:]):
            self.assertEqual(200, server.put("a.toml", text, etag_of(before)).status)
        page = self.revisions(server)
        self.assertEqual((100, True), (len(page["revisions"]), page["more"]))
        rest = self.revisions(server, f"&before={page['revisions'][-1]['id']}")
        self.assertEqual(False, rest["more"])
        every = page["revisions"] + rest["revisions"]
        self.assertEqual([etag_of(text) for text in reversed(texts)], [r["etag"] for r in every])
        self.assertEqual("found", every[-1]["how"])
        self.assertEqual(SMALL, server.ask("GET", f"/api/revisions/{every[-1]['id']}").text)
        way = f"/api/revisions/{every[-1]['id']}/restore"
        self.assert_refused(server.ask("POST", way, ""), 428, "if_match_required")
        self.assert_refused(server.ask("POST", way, "", If_Match=f'"{etag_of(SMALL)}"'), 409, "changed_outside")
        self.assert_refused(server.ask("POST", way, "", If_None_Match="*"), 409, "exists")
        self.assertEqual(200, server.ask("POST", way, "", If_Match=f'"{etag_of(texts[-1])}"').status)
        self.assertEqual((SMALL, "restored"), (self.read("a.toml"), self.revisions(server)["revisions"][0]["how"]))

    def test_kept_beyond_the_server(self):
        server = self.serve()
        server.put("a.toml", OTHER, etag_of(SMALL))
        server.end()
        server = self.serve()
        self.assertEqual(["saved", "found"], [r["how"] for r in self.revisions(server)["revisions"]])

    def test_compare(self):
        server = self.serve()
        self.assertNotEqual(SMALL, OTHER)
        server.put("a.toml", OTHER, etag_of(SMALL))
        last, first = [r["id"] for r in self.revisions(server)["revisions"]]
        answer = server.ask("GET", f"/api/revisions/{first}/diff?with={last}").json
        self.assertEqual(1, answer["status"], answer)
        self.assertTrue(answer["out"]["changed"] and answer["out"]["edits"])
        self.assertEqual(answer, server.ask("GET", f"/api/revisions/{first}/diff").json, "with the file as it is")
        same = server.ask("GET", f"/api/revisions/{last}/diff").json
        self.assertEqual((0, []), (same["status"], same["out"]["changed"]))
        server.put("a.toml", "format = 1\n", etag_of(OTHER))
        faulty = server.ask("GET", f"/api/revisions/{first}/diff").json
        self.assertEqual((2, None), (faulty["status"], faulty["out"]))
        self.assertIn("error", faulty["err"])

    def test_one_server_a_folder(self):
        server = self.serve()
        server.put("a.toml", OTHER, etag_of(SMALL))
        with self.assertRaisesRegex(AssertionError, "Another 'entente serve' works in this folder"):
            self.serve(enter=False)

    def test_damaged_history(self):
        server = self.serve()
        server.put("a.toml", OTHER, etag_of(SMALL))
        server.end()
        for file in (self.folder / ".entente").glob("history.db*"):
            file.unlink()
        (self.folder / ".entente/history.db").write_bytes(b"no database at all " * 100)
        with self.assertRaisesRegex(AssertionError, "damaged"):
            self.serve(enter=False)
        self.assertEqual(OTHER, self.read("a.toml"))


class Questions(Test):
    LONG = {"verb": "sample", "case": FIRST, "variants": 3000000, "form": "text"}

    def job(self, server, question, what="a question"):
        reply = server.ask("POST", f"/api/jobs?what={what.replace(' ', '%20')}", question)
        self.assertEqual((202, what), (reply.status, reply.json["job"]["what"]))
        return reply.json["job"]["id"]

    def until(self, server, job, *states):
        for _ in range(600):
            now = server.ask("GET", f"/api/jobs/{job}").json["job"]
            if now["state"] in states:
                return now
            time.sleep(0.05)
        raise AssertionError(now)

    def test_at_once(self):
        server = self.serve()
        answer = server.ask("POST", "/api/ask", {"verb": "settle", "case": SMALL}).json
        self.assertEqual(0, answer["status"])
        self.assertIsInstance(answer["out"], dict)
        self.assertEqual(answer, server.ask("POST", "/api/ask", {"verb": "settle", "case": SMALL}).json)

    def test_library(self):
        server = self.serve()
        cases = server.ask("GET", "/api/library").json["cases"]
        self.assertIn("elmira", [c["name"] for c in cases])
        self.assertTrue(all(c["about"] for c in cases))
        self.assertEqual(SMALL, server.ask("GET", "/api/library/elmira").text)

    def test_job(self):
        server = self.serve()
        job = self.job(server, {"verb": "robust", "case": SMALL})
        done = self.until(server, job, "done")
        self.assertTrue(done["total"] > 0 and done["done"] == done["total"], done)
        answer = server.ask("GET", f"/api/jobs/{job}/answer").json
        self.assertEqual(0, answer["status"])
        self.assertEqual(answer, server.ask("GET", f"/api/jobs/{job}/answer").json, "it stays")
        self.assertIn(job, [j["id"] for j in server.ask("GET", "/api/jobs").json["jobs"]])
        self.assertEqual(200, server.ask("DELETE", f"/api/jobs/{job}").status)
        self.assert_refused(server.ask("GET", f"/api/jobs/{job}"), 404, "no_such_job")
        self.assert_refused(server.ask("DELETE", f"/api/jobs/{job}"), 404, "no_such_job")

    def test_progress_is_told(self):
        server = self.serve()
        events, told = server.events(), []
        listener = threading.Thread(target=lambda: told.extend(data for _, data in zip(range(6), (d for e, d in events if e == "job"))), daemon=True)
        listener.start()
        time.sleep(0.2)
        job = self.job(server, self.LONG)
        listener.join(20)
        self.assertEqual({job}, {t["id"] for t in told})
        done = [t["done"] for t in told]
        self.assertTrue(done == sorted(done) and done[-1] > 0 and told[-1]["state"] == "running", told)
        self.assert_refused(server.ask("GET", f"/api/jobs/{job}/answer"), 409, "not_done")
        self.assertEqual(200, server.ask("DELETE", f"/api/jobs/{job}").status)

    def test_cancelled_work_ends(self):
        server = self.serve()
        workers = lambda: [w for w in children(children(server.process.pid)[0])]
        job = self.job(server, self.LONG)
        self.until(server, job, "running")
        time.sleep(0.3)
        self.assertEqual(1, len(workers()))
        server.ask("DELETE", f"/api/jobs/{job}")
        begun = time.monotonic()
        while workers() and time.monotonic() - begun < 5:
            time.sleep(0.02)
        self.assertEqual([], workers())

    def test_stopped_work_says_what_it_has(self):
        server = self.serve()
        job = self.job(server, self.LONG)
        while not self.until(server, job, "running")["done"]:
            time.sleep(0.05)
        server.ask("POST", f"/api/jobs/{job}/stop", "")
        self.until(server, job, "done")
        answer = server.ask("GET", f"/api/jobs/{job}/answer").json
        self.assertEqual(3, answer["status"])
        self.assertIn("stopped", answer["err"])

    def test_question_becomes_job(self):
        server = self.serve()
        reply = server.ask("POST", "/api/ask?wait=0.3", self.LONG)
        self.assertEqual((202, "running"), (reply.status, reply.json["job"]["state"]))
        job = reply.json["job"]["id"]
        self.assertIn(job, [j["id"] for j in server.ask("GET", "/api/jobs").json["jobs"]])
        server.ask("DELETE", f"/api/jobs/{job}")

    def test_long_work_does_not_block(self):
        server = self.serve("--analyses", "1")
        jobs = [self.job(server, self.LONG) for _ in range(3)]
        begun = time.monotonic()
        self.assertEqual(0, server.ask("POST", "/api/ask", {"verb": "settle", "case": SMALL}).json["status"])
        self.assertLess(time.monotonic() - begun, 5)
        self.assertEqual(["running", "waiting", "waiting"], [server.ask("GET", f"/api/jobs/{j}").json["job"]["state"] for j in jobs])
        server.ask("DELETE", f"/api/jobs/{jobs[0]}")
        self.until(server, jobs[1], "running")

    def test_time_is_limited(self):
        server = self.serve("--time", "1")
        job = self.job(server, self.LONG)
        now = self.until(server, job, "done", "failed")
        if now["state"] == "failed":
            self.assert_refused(server.ask("GET", f"/api/jobs/{job}/answer"), 422, "out_of_time")
        else:  # what was done by then
            self.assertEqual(3, server.ask("GET", f"/api/jobs/{job}/answer").json["status"])
        self.assertLess(now["seconds"], 15)

    def test_ends_with_work_under_way(self):
        server = self.serve()
        for _ in range(4):
            self.job(server, self.LONG)
        maker = children(server.process.pid)[0]
        begun = time.monotonic()
        self.assertEqual((0, ""), server.end())
        self.assertLess(time.monotonic() - begun, 5)
        while children(maker) and time.monotonic() - begun < 10:
            time.sleep(0.05)
        self.assertEqual([], children(maker))


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


if __name__ == "__main__":
    main()
