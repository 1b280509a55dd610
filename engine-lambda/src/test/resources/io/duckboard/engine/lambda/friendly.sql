-- What must run: a query, then => and the rows it answers, as JSON, or ANY where they are not the point.
-- ⏎ is a line break, {lake} the lake's folder.
-- Tables: numbers(n 0..9, half, letter a|b), days(day, n) in hive partitions.

-- the plain ones
SELECT 1 => [[1]]
select 1; => [[1]]
SELECT 1;;  => [[1]]
-- first⏎SELECT 1 => [[1]]
/* a /* nested */ comment */ SELECT 1 -- last => [[1]]
SELECT 'DROP TABLE x; --' AS text => [["DROP TABLE x; --"]]
SELECT $tag$it's $x$tag$ => [["it's $x"]]
SELECT E'tab\there' => [["tab\there"]]
(SELECT 1) => [[1]]
VALUES (1, 'a'), (2, 'b') => [[1, "a"], [2, "b"]]
FROM numbers LIMIT 1 => [[0, 0.0, "a"]]
FROM numbers SELECT sum(n) => [[45]]
TABLE numbers LIMIT 1 => [[0, 0.0, "a"]]
SELECT count(*) FROM memory.main.numbers => [[10]]
SELECT "n" AS "größe" FROM "numbers" WHERE n = 3 => [[3]]

-- joins and sets
SELECT count(*) FROM numbers JOIN numbers AS o USING (n) => [[10]]
SELECT count(*) FROM numbers, numbers AS o WHERE numbers.n < o.n => [[45]]
SELECT a.n, b.n FROM numbers a ASOF JOIN (VALUES (0), (5)) b(n) ON a.n >= b.n WHERE a.n = 7 => [[7, 5]]
SELECT a.range, b.range FROM range(2) a POSITIONAL JOIN range(5, 7) b => [[0, 5], [1, 6]]
SELECT n FROM numbers SEMI JOIN (VALUES (3)) v(n) USING (n) => [[3]]
SELECT count(*) FROM numbers ANTI JOIN (VALUES (3)) v(n) USING (n) => [[9]]
SELECT n, t.twice FROM numbers, LATERAL (SELECT n * 2 AS twice) t WHERE n = 4 => [[4, 8]]
SELECT 1 AS a UNION ALL BY NAME SELECT 2 AS b ORDER BY ALL => [[1, null], [null, 2]]
SELECT 1 INTERSECT SELECT 1 => [[1]]
SELECT n FROM numbers EXCEPT SELECT n FROM numbers WHERE n > 0 => [[0]]

-- grouping, windows, CTEs
SELECT letter, count(*) FROM numbers GROUP BY ALL ORDER BY ALL => [["a", 5], ["b", 5]]
SELECT letter, sum(n) FROM numbers GROUP BY ROLLUP (letter) ORDER BY 1 NULLS LAST => [["a", 20], ["b", 25], [null, 45]]
SELECT letter, grouping(letter) FROM numbers GROUP BY GROUPING SETS ((letter), ()) ORDER BY ALL => [["a", 0], ["b", 0], [null, 1]]
SELECT count(*) FILTER (n > 6), sum(n) FILTER (letter = 'a') FROM numbers => [[3, 20]]
SELECT n FROM numbers QUALIFY row_number() OVER (PARTITION BY letter ORDER BY n DESC) = 1 ORDER BY n => [[8], [9]]
SELECT sum(n) OVER w FROM numbers WINDOW w AS (ORDER BY n ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) ORDER BY n LIMIT 3 => [[0], [1], [3]]
SELECT lag(n) OVER (ORDER BY n), ntile(2) OVER (ORDER BY n) FROM numbers ORDER BY n LIMIT 1 => [[null, 1]]
WITH a AS (SELECT 1 AS x), b AS (SELECT x + 1 AS y FROM a) SELECT * FROM a, b => [[1, 2]]
WITH RECURSIVE f(i, x) AS (SELECT 1, 1 UNION ALL SELECT i + 1, x * (i + 1) FROM f WHERE i < 5) SELECT max(x) FROM f => [[120]]
SELECT quantile_cont(n, 0.5), arg_max(letter, n), string_agg(n, ',' ORDER BY n) FROM numbers WHERE n < 3 => [[1.0, "a", "0,1,2"]]
SELECT n FROM numbers WHERE n > (SELECT avg(n) FROM numbers) ORDER BY n LIMIT 1 => [[5]]
SELECT n FROM numbers o WHERE EXISTS (FROM numbers i WHERE i.n = o.n + 8) ORDER BY n => [[0], [1]]
SELECT n FROM numbers WHERE (n, letter) IN ((1, 'b'), (2, 'b')) => [[1]]
SELECT approx_count_distinct(letter) FROM numbers => [[2]]

-- pivots
PIVOT numbers ON letter USING sum(n) => ANY
PIVOT (SELECT letter, n FROM numbers) ON letter USING sum(n) => [[20, 25]]
PIVOT (SELECT letter, n FROM numbers) ON letter IN ('a') USING sum(n) => [[20]]
FROM (SELECT letter, n FROM numbers) PIVOT (sum(n) FOR letter IN ('a', 'b')) => [[20, 25]]
PIVOT (SELECT letter, n % 2 AS odd FROM numbers) ON letter, odd USING count(*); => [[5, 0, 0, 5]]
WITH few AS (SELECT letter, n FROM numbers WHERE n < 2) PIVOT few ON letter USING first(n) => [[0, 1]]
UNPIVOT (SELECT 1 AS a, 2 AS b) ON a, b INTO NAME k VALUE v => [["a", 1], ["b", 2]]
FROM (SELECT 1 AS a, 2 AS b) UNPIVOT (v FOR k IN (a, b)) => [["a", 1], ["b", 2]]

-- columns
SELECT * EXCLUDE (half) FROM numbers WHERE n = 1 => [[1, "b"]]
SELECT * REPLACE (n * 10 AS n) FROM numbers WHERE n = 1 => [[10, 0.5, "b"]]
SELECT * RENAME (n AS m) FROM numbers WHERE n = 1 => [[1, 0.5, "b"]]
SELECT COLUMNS('^n$') FROM numbers WHERE n = 1 => [[1]]
SELECT COLUMNS(c -> c LIKE 'h%') FROM numbers WHERE n = 1 => [[0.5]]
SELECT min(COLUMNS(*)) FROM numbers => [[0, 0.0, "a"]]
SELECT n AS m, m + 1 AS k FROM numbers WHERE m = 1 => [[1, 2]]

-- values
SELECT [1, 2, 3][2], [1, 2, 3][-1:], len([1, 2]) => [[2, [3], 2]]
SELECT list_transform([1, 2], x -> x + 1), list_filter([1, 2], lambda x: x > 1) => [[[2, 3], [2]]]
SELECT [x * 2 FOR x IN [1, 2, 3] IF x > 1] => [[[4, 6]]]
SELECT list_reduce([1, 2, 3], (a, b) -> a + b), list_sort([2, 1]) => [[6, [1, 2]]]
SELECT {'a': 1, 'b': 'x'}.b, struct_pack(c := 1) => [["x", {"c": 1}]]
SELECT MAP {'a': 1}['a'], map_keys(MAP {'a': 1}) => [[1, ["a"]]]
SELECT unnest([1, 2]) => [[1], [2]]
SELECT u.x FROM unnest([1, 2]) u(x) => [[1], [2]]
SELECT '{"a": [1, 2]}'::JSON -> 'a' ->> 1 => [["2"]]
SELECT json_extract_string('{"a": "x"}', '$.a'), json_object('k', 1) => [["x", "{\"k\":1}"]]
SELECT key, value FROM json_each('{"a": 1}') => [["a", "1"]]
SELECT regexp_replace('abc', '[ab]+', 'x'), regexp_extract('a12', '\d+') , 'abc' SIMILAR TO 'a.*' => [["xc", "12", true]]
SELECT upper('é'), 'abc'[1:2], 'a' || 'b', split_part('a-b', '-', 2), printf('%03d', 7) => [["É", "ab", "ab", "b", "007"]]
SELECT letter.upper() FROM numbers WHERE n = 0 => [["A"]]
SELECT levenshtein('kitten', 'sitting'), md5('x') => [[3, "9dd4e461268c8034f5c8564e155c67a6"]]
SELECT date_trunc('month', DATE '2019-04-17'), DATE '2019-04-30' + INTERVAL 1 DAY => [["2019-04-01T00:00:00", "2019-05-01T00:00:00"]]
SELECT strftime(DATE '2019-04-01', '%d.%m.%Y'), dayname(DATE '2019-04-01'), datediff('day', DATE '2019-04-01', DATE '2019-04-08') => [["01.04.2019", "Monday", 7]]
SELECT extract(hour FROM TIMESTAMP '2019-04-01 12:30:00'), TIMESTAMP '2019-04-01 12:00:00' AT TIME ZONE 'UTC' IS NOT NULL => [[12, true]]
SELECT TRY_CAST('x' AS INTEGER), coalesce(NULL, 2), nullif(1, 1), if(true, 1, 2) => [[null, 2, null, 1]]
SELECT CASE n WHEN 0 THEN 'zero' ELSE 'more' END FROM numbers WHERE n < 2 ORDER BY n => [["zero"], ["more"]]
SELECT 7 // 2, 7 % 2, 2 ** 3, 1e3, 0x10, 1_000 => ANY
SELECT n BETWEEN 1 AND 2, n IS DISTINCT FROM NULL, NOT true FROM numbers WHERE n = 1 => [[true, true, false]]
SELECT current_date IS NOT NULL, current_user IS NOT NULL, version() => [[true, true, "v1.5.5"]]
SELECT #1 FROM (VALUES (7)) => [[7]]
SELECT 1::DECIMAL(10, 2)::VARCHAR, 'a'::VARCHAR COLLATE NOCASE = 'A' => [["1.00", true]]
SELECT union_tag(union_value(a := 1)), typeof(1) => [["a", "INTEGER"]]

-- samples and generators
SELECT count(*) FROM (FROM numbers USING SAMPLE 3 ROWS) => [[3]]
SELECT count(*) FROM numbers TABLESAMPLE reservoir(4 ROWS) REPEATABLE (7) => [[4]]
SELECT sum(range) FROM range(5) => [[10]]
SELECT count(*) FROM generate_series(DATE '2019-04-01', DATE '2019-04-10', INTERVAL 1 DAY) => [[10]]
SELECT i, nth FROM range(2) WITH ORDINALITY t(i, nth) => [[0, 1], [1, 2]]

-- about the lake
SHOW TABLES => [["days"], ["numbers"]]
SELECT name FROM (SHOW ALL TABLES) ORDER BY name => [["days"], ["numbers"]]
DESCRIBE numbers => [["n", "BIGINT", "YES", null, null, null], ["half", "DOUBLE", "YES", null, null, null], ["letter", "VARCHAR", "YES", null, null, null]]
SELECT column_name FROM (DESCRIBE SELECT n FROM numbers) => [["n"]]
SELECT column_name, min, max FROM (SUMMARIZE numbers) LIMIT 1 => [["n", "0", "9"]]
SUMMARIZE SELECT 1 AS a => ANY
SELECT column_name FROM duckdb_columns() WHERE table_name = 'days' ORDER BY 1 => [["day"], ["n"]]
SELECT table_name FROM information_schema.tables ORDER BY 1 => [["days"], ["numbers"]]
SELECT table_name FROM information_schema.tables WHERE table_schema = 'main' ORDER BY 1 => [["days"], ["numbers"]]
SELECT count(*) > 100 FROM duckdb_functions() => [[true]]

-- explained
EXPLAIN SELECT 1 => ANY
explain /* why */ (select 1) => ANY
EXPLAIN ANALYZE SELECT count(*) FROM numbers => ANY
EXPLAIN (FORMAT json) SELECT 1 => ANY
EXPLAIN (ANALYZE, FORMAT json) SELECT 1 => ANY

-- the lake's files by their names
SELECT count(*) FROM read_parquet('{lake}/dataset/numbers.parquet') => [[10]]
SELECT count(*) FROM '{lake}/dataset/numbers.parquet' => [[10]]
SELECT count(*) FROM "{lake}/dataset/*.parquet" => [[10]]
SELECT count(*) FROM parquet_scan(['{lake}/dataset/numbers.parquet', '{lake}/dataset/num*.parquet']) => [[20]]
SELECT count(DISTINCT day) FROM read_parquet('{lake}/days/*/*.parquet', hive_partitioning = true) => [[3]]
SELECT count(*) FROM read_parquet('{lake}/days/**/*.parquet', hive_partitioning := 1, filename => true, union_by_name = true) WHERE day = '2019-04-02' => [[1]]
SELECT count(*) FROM read_parquet('{lake}/days/day=2019-04-0[12]/*.parquet') => [[2]]
SELECT count(*) FROM glob('{lake}/days/*/*') => [[3]]
SELECT name FROM parquet_schema('{lake}/dataset/numbers.parquet') ORDER BY 1 => [["duckdb_schema"], ["half"], ["letter"], ["n"]]
SELECT num_rows FROM parquet_file_metadata('{lake}/dataset/numbers.parquet') => [[10]]
DESCRIBE FROM '{lake}/days/*/*.parquet' => [["n", "BIGINT", "YES", null, null, null], ["day", "DATE", "YES", null, null, null]]

-- numbers at their edges
SELECT 1e999, -1e999, 1e-999, [1e999] => [["Infinity", "-Infinity", 0.0, ["Infinity"]]]
SELECT count(*) FROM numbers WHERE n < 1e999 => [[10]]
SELECT CASE WHEN 1e999 > n THEN 'less' END FROM numbers LIMIT 1 => [["less"]]
SELECT NULL::INT[100][100] => [[null]]
WITH RECURSIVE t(a, b) USING KEY (a) AS (SELECT 1, 1 UNION SELECT t.a, t.b + 1 FROM t, recurring.t AS r WHERE t.b < 3) FROM t => [[1, 3]]
FROM Memory.MAIN.Numbers SELECT sum(n) => [[45]]
