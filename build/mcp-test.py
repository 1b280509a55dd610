"""Asks the lake as an agent does, by the protocol's own client: mcp-test.py COMMAND URL TOKEN."""

import asyncio
import json
import os
import sys

from mcp import Client, StdioServerParameters
from mcp.client.streamable_http import create_mcp_http_client, streamable_http_client

COMMAND, URL, TOKEN = sys.argv[1:]

# What other servers let pass that were said to be read-only.
REFUSED = [
    "DROP TABLE trips",
    "SELECT 1; DROP TABLE trips",
    "SELECT 1; COMMIT; DROP TABLE trips",
    "WITH gone AS (DELETE FROM trips RETURNING *) SELECT * FROM gone",
    "COPY (SELECT 1) TO '/tmp/mine.csv'",
    "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM '/etc/passwd'",
    "SELECT getenv('HOME')",
    "SET memory_limit = '1TB'",
    "INSTALL httpfs",
    "/* SELECT 1 */ ATTACH '/tmp/mine.db'",
]


async def text(client, tool, **arguments):
    result = await client.call_tool(tool, arguments)
    return result.is_error, result.content[0].text


async def talk(client):
    tools = {tool.name for tool in (await client.list_tools()).tools}
    assert tools == {"list_tables", "describe_table", "run_query", "explain", "list_dashboards", "get_dashboard"}, tools
    _, tables = await text(client, "list_tables")
    assert "trips" in [table["name"] for table in json.loads(tables)["tables"]], tables
    _, zones = await text(client, "describe_table", table="zones")
    assert json.loads(zones)["sampled_rows"] == 265, zones
    _, answer = await text(client, "run_query", sql="SELECT count(*) FROM trips")
    assert json.loads(answer)["rows"] == [[10000]], answer
    _, plan = await text(client, "explain", sql="SELECT borough, count(*) FROM zones GROUP BY ALL")
    assert "GROUP_BY" in plan, plan
    _, dashboards = await text(client, "list_dashboards")
    assert "trips" in [dashboard["name"] for dashboard in json.loads(dashboards)["dashboards"]], dashboards
    _, dashboard = await text(client, "get_dashboard", name="trips")
    assert [[10000]] in [tile.get("rows") for tile in json.loads(dashboard)["tiles"]], dashboard
    for sql in REFUSED:
        is_error, refusal = await text(client, "run_query", sql=sql)
        assert is_error and "root:" not in refusal, (sql, refusal)
    resources = await client.list_resources()
    assert "duckboard://lineage" in [str(resource.uri) for resource in resources.resources]
    model = await client.read_resource("duckboard://models/top_pickup_locations")
    assert "LIMIT 200" in model.contents[0].text
    _, answer = await text(client, "run_query", sql="SELECT count(*) FROM trips")
    assert json.loads(answer)["rows"] == [[10000]], answer


async def main():
    environment = {**os.environ, "DUCKBOARD_TOKEN": TOKEN}
    async with Client(StdioServerParameters(command=COMMAND, args=["mcp"], env=environment)) as client:
        await talk(client)
        print(f"stdio, protocol {client.protocol_version}: passed")
    http = create_mcp_http_client(headers={"Authorization": f"Bearer {TOKEN}"})
    async with Client(streamable_http_client(URL, http_client=http)) as client:
        await talk(client)
        print(f"HTTP, protocol {client.protocol_version}: passed")


asyncio.run(main())
