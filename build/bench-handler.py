"""A Lambda function that asks DuckDB, as people write it in Python, behind Lambda's Invoke API. Says its port."""

import json
import os
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import duckdb
import pandas  # noqa: F401  (what DuckDB's df() makes)

con = None


def connect():
    connection = duckdb.connect()
    connection.execute(f"LOAD '{os.environ['DUCKBOARD_HTTPFS']}'")
    connection.execute(
        "CREATE SECRET (TYPE s3, KEY_ID '{AWS_ACCESS_KEY_ID}', SECRET '{AWS_SECRET_ACCESS_KEY}', REGION '{AWS_REGION}',"
        " ENDPOINT '{endpoint}', URL_STYLE 'path', USE_SSL false)".format(
            endpoint=os.environ["AWS_ENDPOINT_URL_S3"].removeprefix("http://"), **os.environ))
    return connection


def handler(event, context):
    global con
    start = time.time()
    warm = con is not None
    if not warm:
        con = connect()
    df = con.execute(event["q"]).df().head(int(event.get("limit", 100_000)))
    records = json.loads(df.to_json(orient="records", date_format="iso"))
    return {"data": {"records": records},
            "metadata": {"timeMs": round((time.time() - start) * 1000), "query": event["q"], "warm": warm}}


class Invoke(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def do_POST(self):
        event = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        try:
            answer = handler(event, None)
        except Exception as error:
            answer = {"errorMessage": str(error), "errorType": type(error).__name__}
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


class Server(ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        pass  # the caller hung up


server = Server(("127.0.0.1", 0), Invoke)
print(server.server_port, flush=True)
server.serve_forever()
