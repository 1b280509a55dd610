"""What advisories.py fails for and what it says, with an OSV of its own and in folders of its own."""

import http.server
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import unittest

SCRIPT = pathlib.Path(__file__).resolve().with_name("advisories.py")
TREE = """io.duckboard:duckboard:jar:0.1.0-SNAPSHOT
+- org.example:shipped:jar:1.0:compile
|  \\- org.example:native:jar:linux:2.0:runtime
\\- io.duckboard:engine-lambda:jar:0.1.0-SNAPSHOT:compile
"""
QUIET = {"vulnerabilities": {}}


class Osv(http.server.BaseHTTPRequestHandler):
    """Knows one advisory, about org.example:shipped 1.0."""

    severity = "HIGH"

    def do_POST(self):
        queries = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["queries"]
        hit = {"package": {"ecosystem": "Maven", "name": "org.example:shipped"}, "version": "1.0"}
        self.answer({"results": [{"vulns": [{"id": "GHSA-1"}]} if query == hit else {} for query in queries]})

    def do_GET(self):
        self.answer({"id": "GHSA-1", "summary": "bad", "database_specific": {"severity": self.severity}})

    def answer(self, value):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(value).encode())

    def log_message(self, *_):
        pass


class Advisories(unittest.TestCase):
    def setUp(self):
        self.osv = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Osv)
        threading.Thread(target=self.osv.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.osv.server_port}"
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.addCleanup(self.osv.server_close)
        self.addCleanup(self.osv.shutdown)
        self.root = pathlib.Path(folder.name)
        self.write("build/advisories.json", {**dict.fromkeys(("maven", "npm"), self.kept(None)), "accepted": []})
        lock = {"packages": {"": {}, "node_modules/a": {"version": "1.0.0"}}}
        for project in ("frontend", "frontend/test"):
            self.write(f"{project}/package-lock.json", lock if project == "frontend" else {"packages": {"": {}}})
        self.write("told/frontend.json", QUIET)
        self.write("told/frontend-test.json", QUIET)
        (self.root / "told/maven.txt").write_text(TREE, encoding="utf-8")
        Osv.severity = "HIGH"

    def kept(self, asked, packages=(), advisories=()):
        return {"asked": asked, "packages": list(packages), "advisories": list(advisories)}

    def write(self, path, value):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(value), encoding="utf-8")

    def read(self):
        return json.loads((self.root / "build/advisories.json").read_text(encoding="utf-8"))

    def run_it(self, *more, osv=None):
        return subprocess.run(
            [sys.executable, "-B", SCRIPT, "told", *more],
            cwd=self.root,
            env={**os.environ, "DUCKBOARD_OSV": osv or self.address},
            capture_output=True,
            text=True,
            check=False,
        )

    def test_fails_for_a_high_advisory_about_what_is_shipped(self):
        run = self.run_it()
        self.assertEqual(run.returncode, 1, run.stdout)
        self.assertIn("FAILS: high GHSA-1 in org.example:shipped@1.0: bad", run.stdout)
        self.assertIn("maven: asked today about 2 packages, 1 advisories.", run.stdout)

    def test_passes_for_a_moderate_one_and_says_so(self):
        Osv.severity = "MODERATE"
        run = self.run_it()
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
        self.assertIn("known: moderate GHSA-1", run.stdout)

    def test_passes_for_an_accepted_one_with_its_reason(self):
        accepted = [{"id": "GHSA-1", "package": "org.example:shipped", "reason": "never called"}]
        self.write("build/advisories.json", {**self.read(), "accepted": accepted})
        run = self.run_it()
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
        self.assertIn("Accepted: never called", run.stdout)

    def test_never_fails_for_want_of_a_network_and_says_that_nothing_was_asked(self):
        self.write("told/frontend.json", {"message": "405"})
        run = self.run_it(osv="http://127.0.0.1:9")
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
        self.assertIn("maven: NOT ASKED about 2 packages, today or ever", run.stdout)
        self.assertIn("npm: NOT ASKED about 1 packages, today or ever", run.stdout)

    def test_judges_by_what_was_told_before_where_nobody_answers(self):
        self.run_it("--update")
        run = self.run_it(osv="http://127.0.0.1:9")
        self.assertEqual(run.returncode, 1, run.stdout)
        self.assertIn("NOT ASKED about 0 of 2 packages", run.stdout)
        self.assertIn("FAILS: high GHSA-1", run.stdout)

    def test_keeps_what_was_told_before_where_nobody_answers_an_update(self):
        self.run_it("--update")
        before = self.read()
        self.run_it("--update", osv="http://127.0.0.1:9")
        self.assertEqual(self.read()["maven"], before["maven"])

    def test_fails_for_what_npm_tells_of_a_shipped_package_alone(self):
        via = [{"url": "https://github.com/advisories/GHSA-2", "severity": "critical", "title": "worse"}, "b"]
        a = {"via": via, "nodes": ["node_modules/a"]}
        self.write("told/frontend.json", {"vulnerabilities": {"a": a, "b": {"via": ["a"]}}})
        Osv.severity = "LOW"
        run = self.run_it()
        self.assertEqual(run.returncode, 1, run.stdout)
        self.assertIn("FAILS: critical GHSA-2 in a@1.0.0: worse", run.stdout)
        lock = {"packages": {"": {}, "node_modules/a": {"version": "1.0.0", "dev": True}}}
        self.write("frontend/package-lock.json", lock)
        run = self.run_it()
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
        self.assertIn("which is not shipped", run.stdout)


if __name__ == "__main__":
    unittest.main()
