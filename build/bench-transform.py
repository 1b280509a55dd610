"""Times `dbt run`, `duckboard transform run` and DuckDB alone in turn: bench-transform.py LAKE WORK ROUNDS JSON."""

import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from datetime import datetime, timezone
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LAKE, WORK, ROUNDS, REPORT = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4])
DUCKBOARD = ROOT / "bin/duckboard"
DBT = [sys.executable, "-c", "from dbt.cli.main import cli; cli(prog_name='dbt')"]
ALONE = "DuckDB alone"
KEYS = {
    "hour": "hour(pickup_at)",
    "weekday": "isodow(pickup_at)",
    "day": "day(pickup_at)",
    "pickup": "pickup_location_id",
    "dropoff": "dropoff_location_id",
    "passengers": "passenger_count",
    "miles": "CAST(floor(trip_distance) AS INTEGER)",
    "minutes": "date_diff('minute', pickup_at, dropoff_at)",
}


def thirty_models(folder):
    """A view of the trips, eight tables of it, a view and the best of each, and a chain from them to a file."""
    models = {"short_trips": ("view", "SELECT " + ", ".join(f"{sql} AS by_{key}" for key, sql in KEYS.items())
                              + " FROM {{ source('lake', 'trips') }}")}
    for key in KEYS:
        models[f"counts_by_{key}"] = ("table", f"SELECT by_{key} AS key, COUNT(*) AS counts"
                                              " FROM {{ ref('short_trips') }}" + f" WHERE by_{key} IS NOT NULL GROUP BY 1")
        models[f"ranked_{key}"] = ("view", "SELECT key, counts, row_number() OVER (ORDER BY counts DESC, key) AS place"
                                           f" FROM {{{{ ref('counts_by_{key}') }}}}")
        models[f"best_{key}"] = ("table", f"SELECT '{key}' AS kind, key, counts, place"
                                          f" FROM {{{{ ref('ranked_{key}') }}}} WHERE place <= 20")
    models["best"] = ("view", " UNION ALL ".join(f"SELECT * FROM {{{{ ref('best_{key}') }}}}" for key in KEYS))
    models["best_places"] = ("table", "SELECT place, CAST(SUM(counts) AS BIGINT) AS counts FROM {{ ref('best') }} GROUP BY place")
    models["best_shares"] = ("view", "SELECT b.kind, b.key, b.counts, p.counts AS of_all FROM {{ ref('best') }} b"
                                     " JOIN {{ ref('best_places') }} p USING (place)")
    models["best_kept"] = ("table", "SELECT * FROM {{ ref('best_shares') }} WHERE counts > 0")
    models["best_of_all"] = ("external", "SELECT * FROM {{ ref('best_kept') }} ORDER BY kind, counts DESC, key")

    shutil.copytree(ROOT / "transform", folder, ignore=shutil.ignore_patterns("target", "logs", "tests", "*.sql"))
    for name in ("schema.yml", "exposures.yml"):
        (folder / "models" / name).unlink()
    for name, (materialized, sql) in models.items():
        location = ""
        if materialized == "external":
            location = ", location=\"{{ env_var('DUCKBOARD_LAKE') }}/dashboard/my_view.parquet\""
        text = f"{{{{ config(materialized='{materialized}'{location}) }}}}\n\n{sql}\n"
        (folder / "models" / f"{name}.sql").write_text(text, encoding="utf-8")
    return len(models)


class Runner:
    def __init__(self, name, project, title):
        self.name = name
        self.seconds = []
        self.folder = WORK / title / name.replace(" ", "-")
        self.lake = self.folder / "lake"
        self.project = project
        # No file of a lake is changed in place, so that hard links are copies enough.
        shutil.copytree(LAKE, self.lake, copy_function=os.link)
        (self.lake / "dashboard/my_view.parquet").unlink()
        self.environment = {
            **os.environ,
            "DUCKBOARD_LAKE": str(self.lake),
            "DUCKBOARD_HOME": str(self.folder / "home"),
            "DBT_PROFILES_DIR": str(project),
            "DBT_TARGET_PATH": str(self.folder / "target"),
            "DBT_LOG_PATH": str(self.folder / "logs"),
            "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
        }
        (self.folder / "target").mkdir()
        self.engine = None
        if name == "dbt run":
            self.command, self.directory = [*DBT, "run"], project
        elif name == ALONE:
            # What nobody can do without: a process that has DuckDB run the statements that dbt has compiled.
            compiled = WORK / title / "dbt-run/target"
            self.command, self.directory = [sys.executable, str(ROOT / "build/bare-models.py"), str(compiled)], ROOT
        else:
            self.command, self.directory = [str(DUCKBOARD), "transform", "run", "--project", str(project)], ROOT
        if name.endswith("with an engine"):
            self.start_engine()

    def start_engine(self):
        with open(self.folder / "engine.log", "wb") as log:
            self.engine = subprocess.Popen([str(DUCKBOARD), "engine"], env=self.environment, stdout=log, stderr=log)
        until = time.monotonic() + 30
        while not (self.folder / "home/engine.json").exists():
            if self.engine.poll() is not None or time.monotonic() > until:
                sys.exit((self.folder / "engine.log").read_text())
            time.sleep(0.05)

    def run(self):
        began = time.perf_counter()
        done = subprocess.run(self.command, cwd=self.directory, env=self.environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        seconds = time.perf_counter() - began
        if done.returncode:
            sys.exit(f"{done.stdout}\n{self.name} failed.")
        return seconds

    def stop(self):
        if self.engine:
            self.engine.terminate()
            self.engine.wait()


def same(one, other):
    subprocess.run([sys.executable, ROOT / "build/same-rows.py",
                    *(runner.lake / "dashboard/my_view.parquet" for runner in (one, other))],
                   check=True, stdout=subprocess.DEVNULL)


def measure(title, project, lines):
    runners = []
    try:
        for name in ("dbt run", "transform run, with an engine", "transform run, alone", ALONE):
            runners.append(Runner(name, project, title))
        for number in range(ROUNDS + 1):
            for runner in runners:
                seconds = runner.run()
                # The first round fills caches: dbt's of the project, the file system's of the lake.
                if number:
                    runner.seconds.append(seconds)
        for runner in runners[1:-1]:
            same(runners[0], runner)
    finally:
        for runner in runners:
            runner.stop()
    base = statistics.median(runners[0].seconds)
    for runner in runners:
        median = statistics.median(runner.seconds)
        lines.append({
            "name": f"{title}: {runner.name}",
            "value": round(median * 1000, 3),
            "unit": "ms",
            "least": round(min(runner.seconds) * 1000, 3),
            "most": round(max(runner.seconds) * 1000, 3),
            "timesDbtRun": round(median / base, 3),
        })
        line = lines[-1]
        print(f"{line['name']:<58} {line['value']:>10,.0f} ms  {line['least']:>8,.0f}–{line['most']:<8,.0f}"
              f" {line['timesDbtRun']:>6.2f} × dbt run", flush=True)


def main():
    load_before = os.getloadavg()[0]
    many = WORK / "project"
    count = thirty_models(many)
    lines = []
    measure("2 models", ROOT / "transform", lines)
    measure(f"{count} models", many, lines)
    REPORT.write_text(json.dumps({
        "measuredAt": datetime.now(timezone.utc).isoformat(),
        "processors": os.cpu_count(),
        "loadBefore": load_before,
        "loadAfter": os.getloadavg()[0],
        "rounds": ROUNDS,
        "python": platform.python_version(),
        "dbt": version("dbt-core"),
        "lines": lines,
    }, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


main()
