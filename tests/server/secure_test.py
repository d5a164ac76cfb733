"""secure_test BINARY ROOT - TLS and a password: what beyond loopback takes, and that guessing gets slower."""
import os
import socket
import ssl
import subprocess
import time
import unittest

from serving import BINARY, SECONDS, SMALL, Server, Test, etag_of, main

PASSWORD = "Nemuro & Etorofu 1855+ü"
OUTSIDE = "0.0.0.0"


def entente(*words, text=""):
    return subprocess.run([BINARY, *map(str, words)], input=text, text=True, capture_output=True, timeout=SECONDS)


class Secure(Test):
    def setUp(self):
        super().setUp()
        self.cert, self.key = self.folder / "host.crt", self.folder / "host.key"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", self.key, "-out", self.cert, "-days", "2",
                        "-subj", "/CN=entente.example", "-addext", "subjectAltName=DNS:entente.example,IP:127.0.0.1"], check=True, capture_output=True)
        self.flags = ["--listen", OUTSIDE, "--cert", self.cert, "--key", self.key]

    def set_password(self):
        done = entente("serve", self.folder, "--set-password", text=PASSWORD + "\n")
        self.assertEqual(0, done.returncode, done.stderr)

    def outside(self):
        self.set_password()
        server = self.serve(*self.flags, enter=False)
        server.host, server.place, server.origin = "127.0.0.1", f"127.0.0.1:{server.port}", f"https://127.0.0.1:{server.port}"
        return server

    def log_in(self, server, password, **headers):
        coded = "".join(f"%{byte:02x}" if k % 2 else chr(byte) if byte < 128 and chr(byte).isalnum() else f"%{byte:02X}" for k, byte in enumerate(password.encode()))
        return server.ask("POST", "/login", f"password={coded}", Content_Type="application/x-www-form-urlencoded", **headers)

    def test_what_it_takes(self):
        for flags, err in [(["--listen", OUTSIDE], "takes TLS"), (["--listen", "::"], "takes TLS"), (self.flags, "takes a password"), (["--listen", "example.com"], "in numbers"),
                           (["--cert", self.cert], "go together"), (["--cert", self.key, "--key", self.key], "cannot be used"), (["--cert", self.cert, "--key", self.cert], "cannot be used"),
                           (["--listen", "192.0.2.1", "--port", "9", "--cert", self.cert, "--key", self.key], "takes a password")]:
            with self.subTest(flags=flags):
                done = entente("serve", self.folder, *flags)
                self.assertEqual((1, ""), (done.returncode, done.stdout))
                self.assertIn(err, done.stderr)
        self.set_password()
        self.assertIn("nothing can listen", entente("serve", self.folder, "--listen", "192.0.2.1", "--cert", self.cert, "--key", self.key).stderr)

    def test_password_is_kept_well(self):
        self.assertIn("10 to", entente("serve", self.folder, "--set-password", text="short\n").stderr)
        self.assertFalse((self.folder / ".entente/password").exists())
        self.set_password()
        file = self.folder / ".entente/password"
        self.assertEqual(0o600, file.stat().st_mode & 0o777)
        self.assertTrue(file.read_text().startswith("$argon2id$"))

    def test_what_was_typed_is_clean(self):
        for flags in [["--listen", "\x1b[31mX"], ["--cert", "\x1b[31mX", "--key", "\x1b[31mY"]]:
            done = entente("serve", self.folder, *flags)
            self.assertEqual((1, ""), (done.returncode, done.stdout))
            self.assertNotIn("\x1b", done.stderr)

    def test_broken_password(self):
        """A file that is there and is no hash stops the start, on loopback too; it is never taken for none."""
        self.set_password()
        file = self.folder / ".entente/password"
        whole = file.read_bytes()
        fields = whole.rstrip(b"\n").split(b"$")
        broken = [b"", b"\n", b"hunter2", whole[:-5], whole[:20], whole.replace(b"argon2id", b"argon2i", 1), whole + b"x", b"\0" * 100, whole[:-1] + b"\0", b"x" * 5000,
                  b"$".join(fields[:-1]) + b"$", b"$".join(fields[:-2] + fields[-1:])]
        for text in broken:
            file.write_bytes(text)
            for flags in [[], self.flags]:
                with self.subTest(text=text[:40], flags=len(flags)):
                    done = entente("serve", self.folder, *flags)
                    self.assertEqual((1, ""), (done.returncode, done.stdout))
                    self.assertRegex(done.stderr, "^entente: the file '.entente/password' of the folder is empty or broken, .*--set-password")
        file.unlink()
        file.mkdir()
        self.assertEqual(1, entente("serve", self.folder).returncode)
        file.rmdir()
        self.set_password()
        self.serve(*self.flags, enter=False).end()

    def test_log_in(self):
        server = self.outside()
        self.assertEqual((303, "/login"), (lambda r: (r.status, r.headers["Location"]))(server.ask("GET", "/")))
        self.assert_refused(server.ask("GET", "/api/files"), 401, "no_session")
        self.assertIn(b'type="password"', server.ask("GET", "/login").body)
        wrong = self.log_in(server, PASSWORD[:-1])
        self.assertEqual((403, None), (wrong.status, wrong.headers["Set-Cookie"]))
        self.assertEqual(403, self.log_in(server, "").status)
        self.assertEqual(403, self.log_in(server, PASSWORD, Origin="https://evil.example").status)
        right = self.log_in(server, PASSWORD)
        self.assertEqual((303, "/"), (right.status, right.headers["Location"]))
        self.assertRegex(right.headers["Set-Cookie"], r"^__Host-entente-\d+=[0-9a-f]{64}; Path=/; HttpOnly; SameSite=Strict; Secure$")
        server.cookie = right.headers["Set-Cookie"].split(";")[0]
        self.assertEqual(SMALL, server.ask("GET", "/api/files/a.toml").text)
        self.assertEqual(200, server.put("a.toml", SMALL + "# tls\n", etag_of(SMALL)).status)
        self.assertEqual(0, server.ask("POST", "/api/ask", {"verb": "settle", "case": SMALL * 1}).json["status"])
        for host, status in [(f"entente.example:{server.port}", 200), (f"other.example:{server.port}", 403), (f"10.0.0.1:{server.port}", 403)]:
            self.assertEqual(status, server.ask("GET", "/api/files", Host=host, Origin=None).status, host)
        self.assertEqual(403, server.ask("GET", "/open?key=" + "0" * 64, Cookie=None).status)

    def test_guessing_gets_slower(self):
        server = self.outside()
        codes = []
        while codes.count(403) < 7:
            codes.append(self.log_in(server, f"wrong password {len(codes)}").status)
            if codes[-1] == 429:
                time.sleep(0.1)
        self.assertEqual([403] * 5, codes[:5])
        self.assertLess(1, codes.count(429), codes)
        self.assertEqual(429, self.log_in(server, PASSWORD).status, "the right one has to wait, too: four seconds by now")
        time.sleep(4.5)
        self.assertEqual(303, self.log_in(server, PASSWORD).status)

    def test_plain_and_old_and_half(self):
        server = self.outside()
        self.assertFalse(server.raw(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n").startswith(b"HTTP/"))
        old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        old.check_hostname, old.verify_mode = False, ssl.CERT_NONE
        old.set_ciphers("ALL:@SECLEVEL=0")
        old.minimum_version = old.maximum_version = ssl.TLSVersion.TLSv1_1
        with self.assertRaises((ssl.SSLError, OSError)):
            old.wrap_socket(socket.create_connection(("127.0.0.1", server.port)))
        half = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(50)]
        for one in half:
            one.sendall(b"\x16\x03\x01\x02\x00\x01")
        self.assertEqual(200, server.ask("GET", "/login").status)
        begun = time.monotonic()
        half[0].settimeout(15)
        try:
            self.assertEqual(b"", half[0].recv(100))
        except ConnectionResetError:
            pass
        self.assertLess(time.monotonic() - begun, 14)
        for one in half:
            one.close()

    def test_loopback_with_tls(self):
        """A link, as ever, and a cookie that goes nowhere else."""
        server = self.serve("--cert", self.cert, "--key", self.key)
        self.assertEqual("https", server.scheme)
        self.assertTrue(server.cookie.startswith("__Host-entente-"))
        self.assertEqual(200, server.ask("GET", "/api/files").status)


if __name__ == "__main__":
    main()
