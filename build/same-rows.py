"""Compares two Parquet files row by row, in order: same-rows.py ONE OTHER. Column names and types count as well."""

import sys

import duckdb

one, other = (duckdb.read_parquet(file) for file in sys.argv[1:3])
columns = [list(zip(table.columns, map(str, table.types))) for table in (one, other)]
if columns[0] != columns[1]:
    sys.exit(f"The columns differ: {columns[0]} and {columns[1]}")
rows = [table.fetchall() for table in (one, other)]
for number, pair in enumerate(zip(*rows), 1):
    if pair[0] != pair[1]:
        sys.exit(f"Row {number} differs: {pair[0]} and {pair[1]}")
if len(rows[0]) != len(rows[1]):
    sys.exit(f"One has {len(rows[0])} rows, the other {len(rows[1])}")
if not rows[0]:
    sys.exit("Both are empty")
print(f"{len(rows[0])} rows, the first of them {rows[0][0]}")
