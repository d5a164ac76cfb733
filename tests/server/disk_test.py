"""disk_test BINARY ROOT - a full disk is an error and not a loss: on a small file system where one may be mounted, and by a limit on files' size."""
import os
import resource
import shutil
import subprocess
import tempfile
import unittest

from serving import SMALL, Test, etag_of, main


class Disk(Test):
    def fill(self, server, text_of, most):
        """Saves until one is refused; what was saved last."""
        now, text = etag_of(SMALL), SMALL
        for k in range(most):
            new = text_of(k)
            reply = server.put("a.toml", new, now)
            if reply.status != 200:
                self.assert_refused(reply, 507, "disk_full")
                return text
            now, text = etag_of(new), new
        raise AssertionError("the disk is never full")

    def assert_nothing_lost(self, server, text):
        self.assertEqual(text, self.read("a.toml"))
        self.assertEqual(etag_of(text), server.ask("GET", "/api/files/a.toml").etag)
        revisions = server.ask("GET", "/api/revisions?file=a.toml").json["revisions"]
        self.assertEqual(etag_of(text), revisions[0]["etag"], "the last revision is the file")
        for revision in revisions[:5]:
            self.assertEqual(revision["etag"], etag_of(server.ask("GET", f"/api/revisions/{revision['id']}").text))
        self.assertEqual([], [name for name in os.listdir(self.folder / ".entente") if name.endswith(".part")])

    def test_full(self):
        small = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, small, ignore_errors=True)
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small], capture_output=True).returncode != 0:
            self.skipTest("no file system may be mounted here; test_limit stands in for it")
        self.addCleanup(subprocess.run, ["umount", "-l", small], check=False)
        self.folder = type(self.folder)(small)
        self.write("a.toml", SMALL)
        server = self.serve()
        text = self.fill(server, lambda k: SMALL + f"# {k}\n" * 8000, 100)
        self.assert_nothing_lost(server, text)
        ballast = server.create("b.toml", SMALL * 10)
        self.assert_refused(ballast, 507, "disk_full")
        self.assertFalse((self.folder / "b.toml").exists())
        server.end()
        again = self.serve()
        self.assert_nothing_lost(again, text)
        again.end()
        subprocess.run(["mount", "-o", "remount,size=8m", small], check=True)
        again = self.serve()
        self.assertEqual(200, again.put("a.toml", text + "# room\n", etag_of(text)).status, "and with room it goes on")

    def test_limit(self):
        limit = 300 << 10
        server = self.serve(before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
        text = self.fill(server, lambda k: SMALL + f"# {k}\n" * 2000, 200)
        self.assert_nothing_lost(server, text)
        self.assert_refused(server.create("b.toml", "#" * (limit + 1)), 507, "disk_full")
        self.assertFalse((self.folder / "b.toml").exists())

    def test_read_only(self):
        """What cannot be written is said, and can still be read and asked about."""
        os.chmod(self.folder, 0o500)
        self.addCleanup(os.chmod, self.folder, 0o700)
        if os.geteuid() == 0:
            self.skipTest("root may write everywhere")
        server = self.serve()
        self.assertEqual(500, server.put("a.toml", SMALL + "# x\n", etag_of(SMALL)).status)
        self.assertEqual(SMALL, server.ask("GET", "/api/files/a.toml").text)


if __name__ == "__main__":
    main()
