"""jobs_test BINARY ROOT - questions answered at once, and jobs: their progress, how they are stopped, and their limits."""
import os
import signal
import subprocess
import threading
import time
import unittest

from serving import BINARY, FIRST, ROOT, SMALL, Test, children, main


class Questions(Test):
    LONG = {"verb": "sample", "case": FIRST, "variants": 3000000, "form": "text"}

    def job(self, server, question, what="a question"):
        reply = server.ask("POST", f"/api/jobs?what={what.replace(' ', '%20')}", question)
        self.assertEqual((202, what), (reply.status, reply.json["job"]["what"]))
        return reply.json["job"]["id"]

    def until(self, server, job, *states):
        until = time.monotonic() + 300
        while (now := server.ask("GET", f"/api/jobs/{job}").json["job"])["state"] not in states:
            self.assertLess(time.monotonic(), until, now)
            time.sleep(0.05)
        return now

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
        self.assertTrue(all(c["about"] and c["group"] for c in cases))
        self.assertEqual(["avranches-gap"], [c["name"] for c in server.ask("GET", "/api/library?search=kluge%20HAYWOOD").json["cases"]])
        self.assertEqual([], server.ask("GET", "/api/library?search=xyzzy").json["cases"])
        self.assertEqual(SMALL, server.ask("GET", "/api/library/elmira").text)
        linked = {c["name"]: c["includes"] for c in cases if "includes" in c}
        self.assertEqual({"japan-russia-2016": ["northern-territories.toml", "north-korea-pressure.toml"]}, linked)

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

        def workers():
            return children(children(server.process.pid)[0])

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

    LARGE = (ROOT / "tests/server/states-2-20.toml").read_text()

    def test_a_stop_gives_what_is_known(self):
        """As Ctrl-C does with the program: of verbs that tell no progress and of a large case, too."""
        server = self.serve()
        for verb, form in [("analyze", "json"), ("outlook", "text"), ("path", "text"), ("states", "text")]:
            with self.subTest(verb=verb):
                job = self.job(server, {"verb": verb, "case": self.LARGE, "form": form, "engine": "explicit"})
                while not self.until(server, job, "running")["stage"]:
                    time.sleep(0.01)
                begun = time.monotonic()
                self.assertEqual(200, server.ask("POST", f"/api/jobs/{job}/stop", "").status)
                self.assertEqual("done", self.until(server, job, "done", "failed")["state"])
                self.assertLess(time.monotonic() - begun, 10)
                answer = server.ask("GET", f"/api/jobs/{job}/answer").json
                self.assertEqual(3, answer["status"], answer["err"])
                self.assertTrue(answer["out"], "what is known by then")
                if form == "text":
                    self.assertIn("Stopped as asked", answer["out"] + answer["err"])
        self.assertEqual("done", self.until(server, self.job(server, {"verb": "settle", "case": SMALL}), "done")["state"], "and its lane is free")

    def test_a_stop_of_what_waits(self):
        server = self.serve("--analyses", "1")
        first, second, third = [self.job(server, self.LONG) for _ in range(3)]
        stopped = server.ask("POST", f"/api/jobs/{second}/stop", "").json["job"]
        self.assertEqual("done", stopped["state"])
        answer = server.ask("GET", f"/api/jobs/{second}/answer").json
        self.assertEqual((None, 3), (answer["out"], answer["status"]))
        self.assertIn("stopped as asked", answer["err"])
        self.until(server, first, "running")
        self.assertEqual("waiting", server.ask("GET", f"/api/jobs/{third}").json["job"]["state"])
        server.ask("POST", f"/api/jobs/{first}/stop", "")
        self.until(server, third, "running")
        self.assertEqual(200, server.ask("POST", f"/api/jobs/{second}/stop", "").status, "once more changes nothing")
        server.ask("DELETE", f"/api/jobs/{third}")

    def test_what_cannot_stop_is_ended(self):
        """A worker that hangs is given up after some seconds, which is said, and its lane is free."""
        server = self.serve("--analyses", "1")
        job = self.job(server, self.LONG)
        while not self.until(server, job, "running")["done"]:
            time.sleep(0.05)
        worker = children(children(server.process.pid)[0])[0]
        os.kill(worker, signal.SIGSTOP)
        self.addCleanup(os.kill, worker, signal.SIGKILL)
        server.ask("POST", f"/api/jobs/{job}/stop", "")
        self.assertEqual("failed", self.until(server, job, "failed")["state"])
        refused = server.ask("GET", f"/api/jobs/{job}/answer")
        self.assert_refused(refused, 500, "analysis_failed")
        self.assertIn("asked to stop", refused.json["error"]["message"])
        self.until(server, self.job(server, {"verb": "settle", "case": SMALL}), "done")

    def test_stages_are_told(self):
        server = self.serve()
        events, stages = server.events(), []

        def listen():
            for event, data in events:
                if event == "job" and data["stage"]:
                    stages.append(data["stage"])
                if event == "job" and data["state"] == "done":
                    return

        listener = threading.Thread(target=listen, daemon=True)
        listener.start()
        time.sleep(0.2)
        job = self.job(server, {"verb": "analyze", "case": self.LARGE, "form": "text"})
        self.until(server, job, "done")
        listener.join(20)
        self.assertGreater(len(set(stages)), 1, stages)
        self.assertTrue(all(len(stage) < 100 for stage in stages), stages)

    @unittest.skipIf("ENTENTE_RACES" in os.environ, "how long it takes is another matter where races are looked for")
    def test_large_case_takes_no_longer_than_the_program(self):
        server = self.serve()
        (self.folder / "large.toml").write_text(self.LARGE)
        begun = time.monotonic()
        alone = subprocess.run([BINARY, self.folder / "large.toml"], capture_output=True, text=True, timeout=600)
        took = time.monotonic() - begun
        job = self.job(server, {"verb": "analyze", "case": self.LARGE, "form": "text", "name": str(self.folder / "large.toml")})
        done = self.until(server, job, "done")
        self.assertLess(done["seconds"], 10 * took)
        self.assertEqual((alone.stdout, alone.returncode), (lambda a: (a["out"], a["status"]))(server.ask("GET", f"/api/jobs/{job}/answer").json))

    def test_what_it_is_called(self):
        """Behind the question mark, a value arrives whole."""
        server = self.serve("--analyses", "1")
        for query, what in [("what=a=b", "a=b"), ("what=a=b=c==", "a=b=c=="), ("what==", "="), ("what=a+b%2Bc%20d%26e%3Df%25", "a b+c d&e=f%"), ("what=", ""), ("what", ""), ("", ""),
                            ("&&what=x&", "x"), ("what=one&what=two", "one"), ("whatever=a&what=b", "b"), ("other&what=c", "c"), ("wh%61t=d", "d"), ("a=what=e&what=f", "f"),
                            ("what=why?", "why?"), ("what=a?b?c=d?", "a?b?c=d?"), ("what=%C3%BC", "ü"), ("what=%u0041".replace("%u0041", "%2541"), "%41"), ("=x&what=y", "y")]:
            with self.subTest(query=query):
                reply = server.ask("POST", f"/api/jobs?{query}", {"verb": "settle", "case": SMALL})
                self.assertEqual((202, what), (reply.status, reply.json["job"]["what"]))
                self.until(server, reply.json["job"]["id"], "done")

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

    def test_memory_is_limited(self):
        """What takes too much ends alone, as an answer or as an error; the server goes on."""
        server = self.serve("--memory", "64")
        large = 'format = 1\ntitle = "Large"\n' + "".join(
            f'[[party]]\nid = "p{p}"\n' + "".join(f'[[party.option]]\nid = "o{k}"\n' for k in range(8))
            + f'[[party.preference]]\nstatement = "p{p}.o1"\n[[party.preference]]\nstatement = "not p{p}.o2"\n' for p in range(3))
        reply = server.ask("POST", "/api/ask", {"verb": "analyze", "engine": "explicit", "case": large})
        if reply.status != 200:
            self.assert_refused(reply, 422, "out_of_memory")
        else:
            self.assertEqual(3, reply.json["status"], reply.body[:300])
        self.assertEqual(0, server.ask("POST", "/api/ask", {"verb": "settle", "case": SMALL}).json["status"])

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


if __name__ == "__main__":
    main()
