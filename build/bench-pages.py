"""The dashboard's field and bars as a Streamlit page: build/bench-pages measures it beside the dashboard."""

import sys

import duckdb
import streamlit as st

lake = sys.argv[1]

st.title("Trip Dashboard")
wanted = st.number_input("# of pickup locations", min_value=1, max_value=200, value=5)
rows = duckdb.execute(
    f"""
    SELECT location_id, zone, borough, counts,
           counts / sum(counts) OVER () AS share,
           count(*) OVER () AS view_rows
    FROM read_parquet('{lake}/models/top_pickup_locations/*.parquet') AS locations
    LEFT JOIN read_parquet('{lake}/reference/taxi_zones.parquet') AS zones USING (location_id)
    ORDER BY counts DESC, location_id
    LIMIT ?
    """,
    [wanted],
).df()
st.bar_chart(rows, x="zone", y="counts", horizontal=True, sort="-counts")
