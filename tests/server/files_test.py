"""files_test BINARY ROOT - cases listed, read, saved, made, deleted and imported; changes from outside; names and links."""
import json
import os
import threading
import unittest

from serving import FIRST, ROOT, SMALL, Test, etag_of, main

CHANGED = SMALL + "\n# changed\n"


class Files(Test):
    def test_list_and_read(self):
        self.write("b.toml", FIRST)
        self.write("notes.txt", "no case")
        server = self.serve()
        files = server.ask("GET", "/api/files").json["files"]
        self.assertEqual([("a.toml", etag_of(SMALL)), ("b.toml", etag_of(FIRST))], [(f["name"], f["etag"]) for f in files])
        got = server.ask("GET", "/api/files/b.toml")
        self.assertEqual((200, FIRST, etag_of(FIRST)), (got.status, got.text, got.etag))
        self.assertEqual(304, server.ask("GET", "/api/files/b.toml", If_None_Match=f'"{etag_of(FIRST)}"').status)
        self.assert_refused(server.ask("GET", "/api/files/c.toml"), 404, "no_such_file")
        self.assertEqual((0, ""), server.end())
        self.assertFalse((self.folder / ".entente").exists(), "looking leaves nothing behind")

    def test_save(self):
        os.chmod(self.folder / "a.toml", 0o640)
        server = self.serve()
        saved = server.put("a.toml", CHANGED, etag_of(SMALL))
        self.assertEqual((200, etag_of(CHANGED)), (saved.status, saved.json["etag"]))
        self.assertEqual(CHANGED, self.read("a.toml"))
        self.assertEqual(0o640, (self.folder / "a.toml").stat().st_mode & 0o777)
        self.assertEqual([], [f for f in os.listdir(self.folder / ".entente") if f.endswith(".part")])
        again = server.put("a.toml", CHANGED, etag_of(CHANGED))
        self.assertEqual((200, 0), (again.status, again.json["revision"]), "the same text is no new revision")

    def test_changed_outside(self):
        server = self.serve()
        theirs = SMALL + "\n# theirs\n"
        self.write("a.toml", theirs)
        refused = server.put("a.toml", CHANGED, etag_of(SMALL))
        self.assert_refused(refused, 409, "changed_outside")
        self.assertEqual((CHANGED, {"etag": etag_of(theirs), "text": theirs}), (refused.json["yours"], refused.json["theirs"]))
        self.assertEqual(theirs, self.read("a.toml"))
        self.assertEqual(200, server.put("a.toml", CHANGED, etag_of(theirs)).status)
        later = CHANGED + "# later\n"
        self.write("a.toml", later)
        refused = server.put("a.toml", SMALL, etag_of(CHANGED))
        self.assertEqual((CHANGED, later), (refused.json["base"], refused.json["theirs"]["text"]), "what a merge takes")
        os.remove(self.folder / "a.toml")
        refused = server.put("a.toml", SMALL, etag_of(CHANGED))
        self.assert_refused(refused, 409, "changed_outside")
        self.assertIsNone(refused.json["theirs"])

    def test_without_if_match(self):
        server = self.serve()
        self.assert_refused(server.ask("PUT", "/api/files/a.toml", CHANGED, Content_Type="application/toml"), 428, "if_match_required")
        self.assert_refused(server.ask("DELETE", "/api/files/a.toml"), 428, "if_match_required")
        self.assertEqual(SMALL, self.read("a.toml"))

    def test_create_and_delete(self):
        server = self.serve()
        self.assertEqual(201, server.create("ä new.toml", FIRST).status)
        self.assertEqual(FIRST, self.read("ä new.toml"))
        self.assert_refused(server.create("ä new.toml", SMALL), 409, "exists")
        self.assert_refused(server.ask("DELETE", server.file("ä new.toml"), If_Match=f'"{etag_of(SMALL)}"'), 409, "changed_outside")
        self.assertEqual(200, server.ask("DELETE", server.file("ä new.toml"), If_Match=f'"{etag_of(FIRST)}"').status)
        self.assertFalse((self.folder / "ä new.toml").exists())
        self.assertEqual(["ä new.toml"], server.ask("GET", "/api/files").json["deleted"])
        last = server.ask("GET", "/api/revisions?file=%C3%A4%20new.toml").json["revisions"][0]
        self.assertEqual(("deleted", etag_of(FIRST)), (last["how"], last["etag"]))
        back = server.ask("POST", f"/api/revisions/{last['id']}/restore", "", If_None_Match="*")
        self.assertEqual((200, FIRST), (back.status, self.read("ä new.toml")))

    def test_import(self):
        server = self.serve()
        came = server.ask("POST", "/api/import?name=C%3A%5Cdesk%5Ca.toml", FIRST, Content_Type="application/octet-stream")
        self.assertEqual((201, "a-2.toml", FIRST), (came.status, came.json["name"], self.read("a-2.toml")))
        came = server.ask("POST", "/api/import?name=../../x.gmcr", json.dumps({"decisionMakers": "none"}), Content_Type="application/octet-stream")
        self.assert_refused(came, 422, "not_imported")
        gmcr = sorted((ROOT / "tests").rglob("*.gmcr"))
        for file in gmcr[:2]:
            came = server.ask("POST", f"/api/import?name={file.name}", file.read_bytes(), Content_Type="application/octet-stream")
            self.assertEqual((201, file.stem + ".toml"), (came.status, came.json["name"]))

    def test_what_is_no_case_is_not_imported(self):
        server = self.serve()
        png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256))
        kinds = {"photo.png": png, "photo.toml": png, "PHOTO.TOML": png, "latin.toml": "title = \"Größe\"".encode("latin-1"), "zero.toml": b"format = 1\0",
                 "drawing.svg": b"<svg/>", "notes.txt": SMALL.encode(), "toml": SMALL.encode(), ".toml": SMALL.encode(), "photo.gmcr": png}
        for name, content in kinds.items():
            with self.subTest(name=name):
                came = server.ask("POST", f"/api/import?name={name}", content, Content_Type="application/octet-stream")
                self.assert_refused(came, 422, "not_imported")
                self.assertRegex(came.json["error"]["message"], r"\S")
        self.assertEqual(["a.toml"], [f["name"] for f in server.ask("GET", "/api/files").json["files"]])
        came = server.ask("POST", "/api/import?name=LOUD.TOML", FIRST, Content_Type="application/octet-stream")
        self.assertEqual((201, "LOUD.toml"), (came.status, came.json["name"]))

    def test_several_at_once(self):
        server = self.serve()
        both = "# includes b.toml\n"
        make = lambda *files: server.ask("POST", "/api/files", {"files": [{"name": name, "text": text} for name, text in files]})
        made = make(("b.toml", FIRST), ("both.toml", both))
        self.assertEqual((201, ["b.toml", "both.toml"]), (made.status, [f["name"] for f in made.json["files"]]))
        self.assertEqual((FIRST, both), (self.read("b.toml"), self.read("both.toml")))
        again = make(("b.toml", FIRST), ("c.toml", SMALL), ("both.toml", both))
        self.assertEqual([True, False, True], [f["revision"] == 0 for f in again.json["files"]], "what is there with the same text is left")
        taken = make(("d.toml", SMALL), ("b.toml", CHANGED), ("both.toml", "# other\n"))
        self.assert_refused(taken, 409, "exists")
        self.assertIn("'b.toml', 'both.toml'", taken.json["error"]["message"])
        for wrong, status, code in ((("../x.toml", SMALL), 400, "bad_name"), (("e.toml", "#" * (4 << 20) + "\n"), 413, "body_too_large"), (("d.toml", FIRST), 409, "exists")):
            self.assert_refused(make(("d.toml", SMALL), wrong), status, code)
            self.assertFalse((self.folder / "d.toml").exists(), "none is made where one cannot be")
        self.assertEqual([], [r["how"] for r in server.ask("GET", "/api/revisions?file=d.toml").json["revisions"]])
        os.symlink("/etc/passwd", self.folder / "link.toml")
        self.assert_refused(make(("d.toml", SMALL), ("link.toml", SMALL)), 409, "exists")
        self.assertFalse((self.folder / "d.toml").exists())
        for body in ([], {}, {"files": []}, {"files": "x"}, {"files": [{"name": "x.toml"}]}, {"files": [["x.toml", ""]]}, "[" * 2000000, '{"files": ' + "[" * 2000000):
            self.assert_refused(server.ask("POST", "/api/files", body), 400, "bad_request")
        self.assertEqual((FIRST, both), (self.read("b.toml"), self.read("both.toml")))

    def test_larger_than_a_case(self):
        server = self.serve()
        self.assert_refused(server.create("big.toml", "#" * (4 << 20) + "\n"), 413, "body_too_large")
        (self.folder / "huge.toml").write_bytes(b"#" * ((4 << 20) + 1))
        self.assert_refused(server.ask("GET", "/api/files/huge.toml"), 413, "file_too_large")
        self.assertIn(("huge.toml", None), [(f["name"], f["etag"]) for f in server.ask("GET", "/api/files").json["files"]])


class Outside(Test):
    def test_told(self):
        server = self.serve()
        events = server.events()
        told = []
        heard = threading.Event()

        def listen():
            for event, data in events:
                told.append((event, data["name"], data["etag"], data["by"]))
                if len(told) == 4:
                    return heard.set()

        listener = threading.Thread(target=listen, daemon=True)
        listener.start()
        threading.Event().wait(0.3)
        steps = [("a.toml", CHANGED, "outside"), ("new.toml", FIRST, "outside"), ("a.toml", SMALL, "here"), ("new.toml", None, "outside")]
        for k, (name, text, by) in enumerate(steps):
            if by == "here":
                server.put(name, text, etag_of(CHANGED))
            elif text is None:
                os.remove(self.folder / name)
            else:
                (self.folder / ".hidden").write_text(text)
                os.rename(self.folder / ".hidden", self.folder / name)
            for _ in range(100):
                if len(told) > k:
                    break
                threading.Event().wait(0.05)
        self.assertTrue(heard.wait(5), told)
        self.assertEqual([("file", name, etag_of(text) if text else None, by) for name, text, by in steps], told)

    def test_what_others_wrote_is_a_revision(self):
        server = self.serve()
        server.put("a.toml", CHANGED, etag_of(SMALL))
        self.write("a.toml", FIRST)
        for _ in range(100):
            revisions = server.ask("GET", "/api/revisions?file=a.toml").json["revisions"]
            if len(revisions) == 3:
                break
            threading.Event().wait(0.05)
        self.assertEqual(["outside", "saved", "found"], [r["how"] for r in revisions])

    def test_writers_at_once_lose_nothing(self):
        """Another program replaces the file as fast as it can while it is saved here: each text is kept."""
        server = self.serve()
        server.put("a.toml", CHANGED, etag_of(SMALL))
        stop, wrote = threading.Event(), []

        def write():
            k = 0
            while not stop.is_set():
                text = SMALL + f"\n# outside {k}\n"
                (self.folder / ".other").write_text(text)
                os.rename(self.folder / ".other", self.folder / "a.toml")
                wrote.append(text)
                k += 1
                stop.wait(0.002)

        writer = threading.Thread(target=write)
        writer.start()
        saved = []
        for k in range(60):
            was = server.ask("GET", "/api/files/a.toml").etag
            text = SMALL + f"\n# here {k}\n"
            reply = server.put("a.toml", text, was)
            self.assertIn(reply.status, (200, 409))
            if reply.status == 200:
                saved.append(etag_of(text))
        stop.set()
        writer.join()
        kept, before = set(), None
        while True:
            page = server.ask("GET", "/api/revisions?file=a.toml" + (f"&before={before}" if before else "")).json
            kept |= {r["etag"] for r in page["revisions"]}
            before = page["revisions"][-1]["id"]
            if not page["more"]:
                break
        self.assertTrue(set(saved) <= kept)
        now = self.read("a.toml")
        self.assertTrue(now == wrote[-1] or etag_of(now) in saved, "the file is what one of the two wrote last")


class Names(Test):
    def test_nothing_outside_the_folder(self):
        secret = self.folder.parent / "outside-of-it.toml"
        secret.write_text(FIRST)
        self.addCleanup(os.remove, secret)
        os.symlink(secret, self.folder / "link.toml")
        os.symlink("a.toml", self.folder / "inner.toml")
        os.mkdir(self.folder / "folder.toml")
        os.mkfifo(self.folder / "pipe.toml")
        server = self.serve()
        self.assertEqual(["a.toml"], [f["name"] for f in server.ask("GET", "/api/files").json["files"]])
        for name in ["link.toml", "inner.toml", "folder.toml", "pipe.toml"]:
            with self.subTest(name=name):
                self.assert_refused(server.ask("GET", server.file(name)), 404, "no_such_file")
                self.assert_refused(server.create(name, SMALL), 409, "exists")
                self.assertIn(server.put(name, SMALL, etag_of(FIRST)).status, (404, 409))
        self.assertEqual(FIRST, secret.read_text())
        for way in ["..%2foutside-of-it.toml", "../outside-of-it.toml", "%2e%2e/outside-of-it.toml", "%2e%2e%2foutside-of-it.toml",
                    "..%5coutside-of-it.toml", "..%c0%afoutside-of-it.toml", "%c0%ae%c0%ae%c0%afoutside-of-it.toml", "..%252foutside-of-it.toml",
                    "%e0%80%ae%e0%80%ae/outside-of-it.toml", "%2fetc%2fpasswd", "%2Ftmp%2Foutside-of-it.toml", "a.toml%00.toml", "%00a.toml",
                    ".%00./outside-of-it.toml", ".entente%2fhistory.db", ".entente", ".hidden.toml", "-rf.toml", "%20a.toml", "a.txt", ".toml", "..toml",
                    "a%0a.toml", "a%0d%0aX-Y:z.toml", "a%e2%80%ae.toml", "a%ff.toml", "a%ed%a0%80.toml", "C:a.toml", "%u002e%u002e%u2215x.toml",
                    "a.toml/", "a.toml/..", "./a.toml", "%", "%2", "%zz.toml", "x" * 300 + ".toml"]:
            for method in ["GET", "PUT", "POST", "DELETE"]:
                with self.subTest(way=way, method=method):
                    body = FIRST if method in ("PUT", "POST") else None
                    reply = server.ask(method, "/api/files/" + way, body, If_Match=f'"{etag_of(FIRST)}"', Content_Type="application/toml" if body else None)
                    self.assertIn(reply.status, (400, 404), reply.body)
                    self.assertIn(reply.code, ("bad_request", "bad_name", "no_such_file", "no_such_address"))
        self.assertEqual(FIRST, secret.read_text())
        self.assertEqual({"a.toml", "link.toml", "inner.toml", "folder.toml", "pipe.toml"}, set(os.listdir(self.folder)) - {".entente"})

    def test_own_folder_is_no_link(self):
        elsewhere = self.folder / "elsewhere"
        os.mkdir(elsewhere)
        os.symlink(elsewhere, self.folder / ".entente")
        server = self.serve()
        self.assertEqual(500, server.put("a.toml", CHANGED, etag_of(SMALL)).status)
        self.assertEqual(([], SMALL), (os.listdir(elsewhere), self.read("a.toml")))

    def test_database_is_no_link(self):
        os.mkdir(self.folder / ".entente")
        os.symlink(self.folder / "a.toml", self.folder / ".entente/history.db-wal")
        server = self.serve()
        self.assertEqual(500, server.put("a.toml", CHANGED, etag_of(SMALL)).status)
        self.assertEqual(SMALL, self.read("a.toml"))


if __name__ == "__main__":
    main()
