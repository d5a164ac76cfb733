"""revisions_test BINARY ROOT - revisions listed, read, compared by conclusions and restored; whose they are, and what is damaged."""
import os
import shutil
import signal
import sqlite3
import subprocess

from serving import BINARY, SECONDS, SMALL, Test, etag_of, main

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

    def test_compare_what_links_others(self):
        whole = 'format = 1\ntitle = "It and another rule"\n[[include]]\ncase = "a.toml"\nas = "elmira"\n'
        self.write("whole.toml", whole)
        server = self.serve()
        server.put("whole.toml", whole + '[[rule]]\nforbid = "elmira.uniroyal.plan = accept"\n', etag_of(whole))
        first = server.ask("GET", "/api/revisions?file=whole.toml").json["revisions"][-1]["id"]
        answer = server.ask("GET", f"/api/revisions/{first}/diff").json
        self.assertEqual((1, ""), (answer["status"], answer["err"]))
        self.assertEqual(1, len(answer["out"]["edits"]))

    def test_a_text_that_gives_way_is_kept(self):
        server = self.serve()
        toml = {"Content_Type": "application/toml"}
        mine = SMALL + "\n# mine\n"
        way = "/api/revisions?file=a.toml"
        self.assert_refused(server.ask("POST", "/api/revisions", mine, **toml), 400, "bad_query")
        self.assert_refused(server.ask("POST", "/api/revisions?file=../a.toml", mine, **toml), 400, "bad_name")
        self.assert_refused(server.ask("POST", way, "#" * (4 << 20) + "\n", **toml), 413, "body_too_large")
        kept = server.ask("POST", way, mine, **toml)
        self.assertEqual((201, etag_of(mine)), (kept.status, kept.json["etag"]))
        self.assertEqual(SMALL, self.read("a.toml"), "the file stays as it is")
        self.assertEqual(mine, server.ask("GET", f"/api/revisions/{kept.json['revision']}").text)
        server.put("a.toml", OTHER, etag_of(SMALL))
        hows = [r["how"] for r in self.revisions(server)["revisions"]]
        self.assertEqual(["saved", "kept", "found"], hows, "what was kept is not taken for another program's")
        self.assertEqual(201, server.ask("POST", "/api/revisions?file=gone.toml", mine, **toml).status)
        self.assertIn("gone.toml", server.ask("GET", "/api/files").json["deleted"])

    def refused_server(self):
        done = subprocess.run([BINARY, "serve", self.folder], text=True, capture_output=True, timeout=SECONDS)
        self.assertEqual((1, ""), (done.returncode, done.stdout))
        return done.stderr

    def test_one_server_a_folder(self):
        """The second is told who has it, saved or not; when that one is killed or ends, the folder is free."""
        for end in [signal.SIGKILL, signal.SIGTERM, signal.SIGKILL]:
            server = self.serve()
            told = rf"^entente: Another 'entente serve' works in this folder \(process {server.process.pid}, port {server.port}\)\. End that one first"
            self.assertRegex(self.refused_server(), told)
            before = self.read("a.toml")
            self.assertEqual(200, server.put("a.toml", before + "# another\n", etag_of(before)).status)
            self.assertRegex(self.refused_server(), told)
            server.ask("POST", "/api/jobs", {"verb": "sample", "case": SMALL, "variants": 100000000})
            server.process.send_signal(end)
            server.process.wait(SECONDS)
        self.assertTrue((self.folder / ".entente/server").exists(), "who was killed could not take it away")
        self.assertEqual((0, ""), self.serve().end())
        self.assertEqual({".gitignore", "history.db"}, set(os.listdir(self.folder / ".entente")))

    def test_what_is_taken_away_is_made_anew(self):
        """As 'git clean -fdx' does: what is acknowledged after that is on the disk, and the folder is still this server's."""
        server = self.serve()
        server.put("a.toml", OTHER, etag_of(SMALL))
        for gone in [lambda: shutil.rmtree(self.folder / ".entente"), lambda: os.unlink(self.folder / ".entente/history.db")]:
            gone()
            before = self.read("a.toml")
            self.assertEqual(200, server.put("a.toml", before + "# more\n", etag_of(before)).status)
            self.assertEqual(["saved", "found"], [r["how"] for r in self.revisions(server)["revisions"]])
            with sqlite3.connect(self.folder / ".entente/history.db") as history:
                self.assertEqual([(2,)], history.execute("SELECT count(*) FROM content").fetchall())
            history.close()
            self.assertRegex(self.refused_server(), rf"process {server.process.pid}, port {server.port}")

    def modes(self):
        own = self.folder / ".entente"
        return {path.name: oct(path.stat().st_mode & 0o777) for path in [own, *own.iterdir()]}

    def test_nobody_else_can_read_it(self):
        """Whatever the umask is, and what an older version left open is closed; a case keeps its mode, a new one has the user's."""
        os.chmod(self.folder / "a.toml", 0o640)
        server = self.serve(before=lambda: os.umask(0))
        self.assertEqual(200, server.put("a.toml", OTHER, etag_of(SMALL)).status)
        self.assertEqual(201, server.create("b.toml", SMALL).status)
        found = self.modes()
        self.assertLessEqual({"history.db", "history.db-wal", "history.db-shm", "server"}, set(found))
        self.assertEqual({"0o700"}, {found.pop(".entente")})
        self.assertEqual({"0o600"}, set(found.values()), found)
        self.assertEqual((0o640, 0o666), tuple((self.folder / name).stat().st_mode & 0o777 for name in ("a.toml", "b.toml")))
        server.kill()
        for path in [self.folder / ".entente", *(self.folder / ".entente").iterdir()]:
            os.chmod(path, 0o777)
        (self.folder / ".entente/older").write_text("x")
        server = self.serve(before=lambda: os.umask(0o002))
        self.assertEqual(200, server.put("a.toml", SMALL, etag_of(OTHER)).status)
        self.assertEqual(201, server.create("c.toml", SMALL).status)
        found = self.modes()
        self.assertEqual(("0o700", {"0o600"}), (found.pop(".entente"), set(found.values())))
        self.assertEqual(0o664, (self.folder / "c.toml").stat().st_mode & 0o777)

    def test_damaged_revision(self):
        """A text that is not the one that was saved is neither served nor compared nor restored, and the list says so; saved again it is whole."""
        server = self.serve()
        texts = [SMALL, SMALL + "# one\n", SMALL + "# two\n", SMALL + "# three\n"]
        for before, text in zip(texts, texts[1:]):
            server.put("a.toml", text, etag_of(before))
        ids = [r["id"] for r in self.revisions(server)["revisions"]][::-1]
        with sqlite3.connect(self.folder / ".entente/history.db") as history:
            history.execute("UPDATE content SET text = CAST(replace(text, '# one', '# eno') AS BLOB) WHERE hash = ?", (etag_of(texts[1]),))
            history.execute("DELETE FROM content WHERE hash = ?", (etag_of(texts[2]),))
        history.close()
        self.assertEqual([False, True, True, False], [r["damaged"] for r in self.revisions(server)["revisions"]][::-1])
        now = f'"{etag_of(texts[3])}"'
        for damaged in ids[1:3]:
            self.assert_refused(server.ask("GET", f"/api/revisions/{damaged}"), 500, "history_damaged")
            self.assert_refused(server.ask("POST", f"/api/revisions/{damaged}/restore", "", If_Match=now), 500, "history_damaged")
            self.assert_refused(server.ask("GET", f"/api/revisions/{damaged}/diff"), 500, "history_damaged")
            self.assert_refused(server.ask("GET", f"/api/revisions/{ids[0]}/diff?with={damaged}"), 500, "history_damaged")
        self.assertEqual(texts[3], self.read("a.toml"))
        conflict = server.put("a.toml", SMALL, etag_of(texts[1]))
        self.assertEqual((409, None), (conflict.status, conflict.json["base"]))
        self.assertEqual(SMALL, server.ask("GET", f"/api/revisions/{ids[0]}").text)
        for before, text in [(texts[3], texts[1]), (texts[1], texts[2])]:
            self.assertEqual(200, server.put("a.toml", text, etag_of(before)).status)
        self.assertEqual({False}, {r["damaged"] for r in self.revisions(server)["revisions"]})
        self.assertEqual(texts[1], server.ask("GET", f"/api/revisions/{ids[1]}").text)
        with sqlite3.connect(self.folder / ".entente/history.db") as history:
            history.execute("UPDATE content SET text = x'00' WHERE hash = ?", (etag_of(texts[2]),))
        history.close()
        self.assertEqual(200, server.put("a.toml", SMALL, etag_of(texts[2])).status)
        self.assertEqual({False}, {r["damaged"] for r in self.revisions(server)["revisions"]}, "what a save replaces is kept whole")

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


if __name__ == "__main__":
    main()
