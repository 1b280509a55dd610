"""Runs what docs/http.md shows, as it stands there, at the app whose address is the argument; what has no tool here is said."""

import os
import pathlib
import re
import shutil
import subprocess
import sys

address = sys.argv[1]
page = pathlib.Path(__file__).parent.parent.joinpath("docs/http.md").read_text()
section = page.split("## In three lines")[1].split("\n## ")[0].replace("http://localhost:8080", address)
curl, pandas, duckdb, r, javascript = [
    re.sub("^    ", "", block, flags=re.M) for block in re.findall(r"(?:^    .*\n)+", section, flags=re.M)
]
polars = "import polars\nprint(polars.read_parquet(ask('FROM zones').content).height)\n"
node = os.environ.get("NODE", "node")


def run(name, command, program, expected):
    if shutil.which(command[0]) is None:
        print(f"{name}: not tried, there is no {command[0]}")
        return
    if name == "R" and subprocess.run([command[0], "-e", "library(httr2)"], capture_output=True).returncode != 0:
        print("R: not tried, there is no httr2")
        return
    done = subprocess.run([*command, program], capture_output=True, text=True, timeout=120)
    if done.returncode != 0 or expected not in done.stdout:
        sys.exit(f"{name} does not do what docs/http.md says:\n{done.stdout}{done.stderr}")
    print(f"{name}: ok")


run("curl", ["bash", "-c"], curl.replace("curl ", "curl -sS ", 1), "zone,borough")
shown = pandas.replace("pandas.read_parquet", "frame = pandas.read_parquet") + "print(len(frame))\n"
run("pandas", [sys.executable, "-c"], shown, "265")
run("polars", [sys.executable, "-c"], pandas + polars, "265")
run("DuckDB", [sys.executable, "-c"], pandas + duckdb.replace("duckdb.sql", "print(duckdb.sql") + ")", "265")
run("R", ["Rscript", "-e"], f"print({r.split(chr(10), 1)[0]}); print({{{r.split(chr(10), 1)[1]}}})", "Newark")
run("JavaScript", [node, "--input-type=module", "-e"], javascript, "Newark Airport")
