"""Has DuckDB alone run what dbt has compiled: bare-models.py TARGET, dbt's folder of that name."""

import json
import sys
from pathlib import Path

import duckdb

TARGET = Path(sys.argv[1])


def models():
    """The models, each behind those that it reads."""
    manifest = json.loads((TARGET / "manifest.json").read_text(encoding="utf-8"))
    waiting = {name: node for name, node in manifest["nodes"].items() if node["resource_type"] == "model"}
    while waiting:
        for name, node in list(waiting.items()):
            if not any(read in waiting for read in node["depends_on"]["nodes"]):
                yield node
                del waiting[name]


def statement(model):
    name, sql = model["relation_name"], model["compiled_code"]
    match model["config"]["materialized"]:
        case "view":
            return f"CREATE OR REPLACE VIEW {name} AS {sql}"
        case "table":
            return f"CREATE OR REPLACE TABLE {name} AS {sql}"
        case _:
            return f"COPY ({sql}) TO '{TARGET / 'alone' / (model['name'] + '.parquet')}' (FORMAT parquet)"


(TARGET / "alone").mkdir(exist_ok=True)
with duckdb.connect(str(TARGET / "alone" / "duckboard.duckdb")) as database:
    for model in models():
        database.execute(statement(model))
