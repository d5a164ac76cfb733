"""revisions_test BINARY ROOT - revisions listed, read, compared by conclusions and restored."""
from serving import SMALL, Test, etag_of, main

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


if __name__ == "__main__":
    main()
