"""Writes a month of trips as the article's Python project does: bench-s3-article.py TRIPS FOLDER."""

import sys
from pathlib import Path

import duckdb

trips, folder = sys.argv[1], Path(sys.argv[2])
for name in ("dataset", "dashboard"):
    (folder / name).mkdir(parents=True)
con = duckdb.connect()
con.execute("SELECT * FROM read_parquet(?)", [trips]).df().to_parquet(folder / "dataset/taxi_2019_04.parquet")
con.execute(f"CREATE VIEW month AS FROM read_parquet('{folder}/dataset/taxi_2019_04.parquet')")
con.execute(f"""COPY (SELECT *, CAST(pickup_at AS DATE) AS date FROM month) TO '{folder}/partitioned'
    (FORMAT parquet, PARTITION_BY (date))""")
con.execute(f"""COPY (SELECT pickup_location_id AS location_id, count(*) AS counts FROM month GROUP BY 1
    ORDER BY counts DESC, location_id LIMIT 200) TO '{folder}/dashboard/my_view.parquet' (FORMAT parquet)""")
