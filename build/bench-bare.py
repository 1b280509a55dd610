"""DuckDB alone with every cache on. Runs each query that it is told as a line of JSON, and says the ms it took."""

import json
import os
import sys
import time

import duckdb

con = duckdb.connect()
con.execute("SET parquet_metadata_cache = true")
if "AWS_ENDPOINT_URL_S3" in os.environ:
    con.execute(f"LOAD '{os.environ['DUCKBOARD_HTTPFS']}'")
    con.execute(
        "CREATE SECRET (TYPE s3, KEY_ID '{AWS_ACCESS_KEY_ID}', SECRET '{AWS_SECRET_ACCESS_KEY}', REGION '{AWS_REGION}',"
        " ENDPOINT '{endpoint}', URL_STYLE 'path', USE_SSL false)".format(
            endpoint=os.environ["AWS_ENDPOINT_URL_S3"].removeprefix("http://"), **os.environ))
    for cache in ("enable_http_metadata_cache", "enable_external_file_cache", "httpfs_connection_caching"):
        con.execute(f"SET {cache} = true")
for line in sys.stdin:
    event = json.loads(line)
    start = time.perf_counter()
    con.execute(event["q"]).fetchmany(event["limit"])
    print((time.perf_counter() - start) * 1000, flush=True)
