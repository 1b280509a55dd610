-- What must not run. "--! CODE" gives the code expected of each statement that follows; a statement stands on one
-- line, ⏎ is a line break, \uXXXX a character by its number, and {lake} the lake's folder.

--! NOT_ALLOWED other files
FROM read_parquet('/etc/passwd')
FROM read_csv('/etc/passwd')
FROM read_text('/etc/passwd')
FROM read_blob('/etc/passwd')
SELECT content FROM read_text('{lake}/dataset/numbers.parquet')
FROM read_csv('{lake}/../outside.csv')
FROM read_parquet('{lake}/dataset/../../outside.parquet')
FROM read_parquet('{lake}/dataset/./numbers.parquet')
FROM read_parquet('{lake}//dataset/numbers.parquet')
FROM read_parquet('{lake}/dataset//numbers.parquet')
FROM read_parquet('{lake}x/dataset/numbers.parquet')
FROM read_parquet('dataset/numbers.parquet')
FROM read_parquet('file://{lake}/dataset/numbers.parquet')
FROM read_parquet('{lake}/dataset/numbers.parquet?s3_endpoint=evil.example')
FROM read_parquet('{lake}/dataset/numbers.parquet#x')
FROM read_parquet('{lake}/dataset/%2e%2e/outside.parquet')
FROM read_parquet('{lake}/dataset/numbers\uff0eparquet')
FROM read_parquet('s3://other/x.parquet')
FROM read_parquet('https://evil.example/x.parquet')
FROM read_parquet(E'\x2fetc\x2fpasswd')
FROM read_parquet($$/etc/passwd$$)
FROM parquet_scan('/etc/x.parquet')
FROM read_json('/etc/x.json')
FROM read_ndjson_objects('/etc/x.json')
FROM glob('/etc/*')
FROM glob('*')
FROM sniff_csv('{lake}/results/theirs.csv')
FROM read_duckdb('/tmp/x.db')
FROM parquet_schema('/etc/x.parquet')
FROM parquet_kv_metadata('/etc/x.parquet')
FROM read_parquet('{lake}/dataset/numbers.parquet ')
FROM read_parquet('{lake}/dataset/numbers%2eparquet')
FROM read_parquet('{lake}/data%73et/numbers.parquet')
FROM read_parquet('{lake}/dataset/%6eumbers.parquet')
FROM read_parquet('{lake}/dataset/numbers+.parquet ')
FROM read_parquet('{lake}/dataset/nu\u0308mbers.parquet')
FROM read_parquet('{lake}/dataset/{numbers,other}.parquet')
FROM read_parquet('{lake}/dataset/numbers.parquet;x')
FROM read_parquet('{lake}/dataset/numbers.parquet?')
FROM read_parquet('{lake}/dataset/..[*]/outside.parquet')
FROM read_parquet('{lake}/[[]x/numbers.parquet')
FROM glob('{lake}/dataset/a b/*')

--! NOT_ALLOWED other people's answers and work in progress
FROM read_csv('{lake}/results/theirs.csv')
FROM read_csv('{lake}/Results/theirs.csv')
FROM read_csv('{lake}/*/theirs.csv')
FROM read_csv('{lake}/**/theirs.csv')
FROM read_csv('{lake}/[r]esults/theirs.csv')
FROM glob('{lake}/control/*')
FROM '{lake}/staging/x.parquet'
FROM sniff_csv('{lake}/_duckboard/results/theirs.csv')
FROM read_csv('{lake}/_duckboard/results/theirs.csv')
FROM read_csv('{lake}/_Duckboard/results/theirs.csv')
FROM read_csv('{lake}/_duckboard/*/theirs.csv')
FROM read_csv('{lake}/_[d]uckboard/results/theirs.csv')
FROM read_csv('{lake}/_duckboard*/**')
FROM glob('{lake}/_duckboard/**')
FROM read_text('{lake}/_duckboard/journal/x.json')
FROM '{lake}/_duckboard/staging/x.parquet'
FROM '{lake}/dataset/_duckboard/x.parquet'
FROM '{lake}/.hidden/x.parquet'
FROM read_parquet('{lake}/dataset/.hidden.parquet')
FROM read_json('{lake}/catalog.json')
FROM read_csv('{lake}/%72esults/theirs.csv')
FROM read_csv('{lake}/results%2Ftheirs.csv')
FROM read_csv('{lake}/results /theirs.csv')
FROM read_csv('{lake}/[[]results/theirs.csv')
FROM read_csv('{lake}/r[*]/theirs.csv')
FROM read_csv('{lake}/%5Fduckboard/results/theirs.csv')
FROM read_csv('{lake}/_duckboard/results/[[]theirs.csv')
FROM read_csv('{lake}/dataset/_duckboard/[*].csv')
FROM glob('{lake}/_duckboard/[*]')

--! NOT_ALLOWED paths that are made, not written
FROM read_parquet('/etc' || '/passwd')
FROM read_parquet(concat('/etc', '/passwd'))
FROM read_parquet('/etc/passwd'::VARCHAR)
FROM read_parquet(CAST('/etc/passwd' AS VARCHAR))
FROM read_parquet((SELECT '/etc/passwd'))
FROM read_parquet(['{lake}/dataset/numbers.parquet', '/etc/passwd'])
FROM read_parquet(ARRAY['/etc/passwd'])
FROM read_parquet(list_value('/etc/passwd'))
FROM read_parquet([['/etc/passwd']])
FROM read_parquet(['/etc' || '/passwd'])
FROM read_parquet(getvariable('x'))
FROM read_parquet(NULL)
FROM read_parquet(1)
FROM read_parquet()
FROM numbers, read_parquet(numbers.text)
FROM read_parquet(list_transform(['/etc/passwd'], x -> x))
FROM read_csv('{lake}/dataset/x.csv', store_rejects = true)
FROM read_csv('{lake}/dataset/x.csv', rejects_table := 'trips')
FROM read_csv('{lake}/dataset/x.csv', buffer_size => 4000000000)
FROM read_parquet('{lake}/dataset/numbers.parquet', encryption_config = {footer_key: 'k'})
FROM read_parquet('{lake}/dataset/numbers.parquet', debug_use_openssl = false)

--! NOT_ALLOWED tables named like files
FROM '/etc/passwd'
FROM "/etc/passwd"
FROM '/etc/x.parquet'
FROM 'x.parquet'
FROM 'x.CSV'
FROM 'x.json.gz'
FROM "x"."y"."parquet"
FROM x.csv
FROM 'https://evil.example/x.parquet'
FROM 's3://other/x.parquet'
FROM 's3:x'
FROM '*.parquet'
FROM '..\x'
DESCRIBE '/etc/x.parquet'
SUMMARIZE '/etc/x.parquet'
SHOW 'x.parquet'
TABLE '/etc/passwd'
SELECT 1 WHERE EXISTS (FROM '/etc/passwd')
PIVOT '/etc/x.csv' ON a USING sum(b)
UNPIVOT 'x.csv' ON a, b
FROM "{lake}/dataset/numbers .parquet"
FROM "{lake}/dataset/numbers%2eparquet"
FROM "{lake}/results/theirs [1]"."csv"
FROM '{lake}/_duckboard/results/[[]theirs.csv'

--! NOT_ALLOWED names of several parts, which DuckDB joins before it looks for a file
FROM "{lake}/_duckboard/results/*.parquet?s3_region=a&s3_region=b"."t"
FROM "{lake}/_duckboard/results/*.csv?"."t"
FROM "{lake}/results/*.parquet?s3_region=a"."t"
FROM "{lake}/catalog.json?s3_region=a"."t"
FROM "{lake}/dataset/numbers.parquet?s3_endpoint=evil.example&s3_use_ssl=false&s3_url_style=path"."t"
FROM "{lake}/_duckboard/staging/*[.parquet?"."x]arquet"
FROM "{lake}/_duckboard/staging/*[.csv?"."x]sv"
FROM "{lake}/_duckboard/journal/*[.json?"."x]son"
FROM "s3://other/x.parquet?"."t"
FROM "s3://other/x.parquet?a=b"."main"."t"
FROM "https://evil.example/x.parquet?"."t"
FROM "https://evil.example/x.csv?"."schema"."t"
FROM "/etc/x.csv?"."t"
FROM "/etc/x.json?"."t"
FROM "/etc/x.db?"."t"
FROM "/etc/x.ddb"."t"
FROM "/etc/x.duckdb?"."t"
FROM "/etc/x.ndjson?"."t"
FROM "/etc/x.jsonl?"."t"
FROM "/etc/x.tsv?"."t"
FROM "/etc/x"."parquet"
FROM "/etc"."x"."csv"
FROM "x.parquet"."t"
FROM "x.parquet?"."t"
FROM "..outside"."csv"
FROM "../outside"."csv"
FROM "{lake}/../outside"."csv"
FROM "{lake}/dataset/numbers"."parquet?"
FROM "{lake}/dataset#.parquet?"."t"
FROM "{lake}/%2e%2e/outside.csv?"."t"
FROM main."/etc/x.csv"
FROM main."{lake}/_duckboard/results/x.csv"
FROM memory.main."/etc/x.csv"
FROM temp."/etc/x.csv"
FROM system.main."/etc/x.parquet"
FROM information_schema."/etc/x.parquet"
FROM pg_catalog."/etc/x.parquet"
FROM lake."/etc/x.parquet"
FROM memory."{lake}/_duckboard/results/*.csv"
FROM "file:{lake}/dataset/numbers.parquet"."t"
FROM "file:///etc/x.parquet?"."t"
FROM "hf://datasets/x/y.parquet?"."t"
FROM "gcs://other/x.parquet?"."t"
FROM "r2://other/x.parquet?"."t"
FROM "az://other/x.parquet?"."t"
FROM "\u0073\u0033://other/x.parquet?"."t"
FROM "main"."x.parquet?"
FROM "MEMORY"."MAIN"."/etc/x.csv"
FROM "x"."y"."z.parquet"
FROM "x?"."parquet"
FROM main."numbers.parquet"
FROM main."numbers.csv?"
SELECT * FROM numbers JOIN "/etc/x.parquet?"."t" ON true
SELECT * FROM numbers LEFT JOIN "{lake}/_duckboard/results/*.csv?"."t" USING (n)
SELECT * FROM numbers NATURAL JOIN "/etc/x.parquet?"."t"
SELECT * FROM numbers CROSS JOIN "{lake}/_duckboard/results/*.csv?"."t"
SELECT * FROM numbers POSITIONAL JOIN "/etc/x.parquet?"."t"
SELECT * FROM numbers ASOF JOIN "{lake}/_duckboard/results/*.csv?"."t" USING (n)
SELECT * FROM numbers SEMI JOIN "/etc/x.parquet?"."t" USING (n)
SELECT * FROM numbers ANTI JOIN "{lake}/_duckboard/results/*.csv?"."t" USING (n)
SELECT * FROM numbers, LATERAL (FROM "/etc/x.parquet?"."t")
SELECT * FROM (FROM "{lake}/_duckboard/results/*.csv?"."t") t
SELECT (SELECT count(*) FROM "/etc/x.parquet?"."t")
SELECT n FROM numbers WHERE n IN (FROM "{lake}/_duckboard/results/*.csv?"."t")
SELECT n FROM numbers WHERE EXISTS (FROM "/etc/x.parquet?"."t")
SELECT n FROM numbers WHERE n > ALL (SELECT n FROM "{lake}/_duckboard/results/*.csv?"."t")
SELECT ARRAY (SELECT t FROM "/etc/x.parquet?"."t")
WITH a AS (FROM "{lake}/_duckboard/results/*.csv?"."t") FROM a
WITH a AS MATERIALIZED (FROM "/etc/x.parquet?"."t") FROM a
WITH RECURSIVE a AS (SELECT 1 UNION ALL FROM "{lake}/_duckboard/results/*.csv?"."t") FROM a
SELECT 1 UNION ALL SELECT t FROM "/etc/x.parquet?"."t"
SELECT 1 EXCEPT SELECT t FROM "{lake}/_duckboard/results/*.csv?"."t"
SELECT 1 INTERSECT SELECT t FROM "/etc/x.parquet?"."t"
SELECT 1 UNION BY NAME SELECT t FROM "{lake}/_duckboard/results/*.csv?"."t"
PIVOT "/etc/x.parquet?"."t" ON a USING count(*)
UNPIVOT "{lake}/_duckboard/results/*.csv?"."t" ON a
FROM (PIVOT "/etc/x.parquet?"."t" ON a IN (1) USING count(*))
FROM (UNPIVOT "{lake}/_duckboard/results/*.csv?"."t" ON a)
DESCRIBE "/etc/x.parquet?"."t"
SUMMARIZE "{lake}/_duckboard/results/*.csv?"."t"
DESCRIBE SELECT * FROM "/etc/x.parquet?"."t"
SUMMARIZE FROM "{lake}/_duckboard/results/*.csv?"."t"
FROM (DESCRIBE "/etc/x.parquet?"."t")
FROM (SUMMARIZE "{lake}/_duckboard/results/*.csv?"."t")
EXPLAIN FROM "/etc/x.parquet?"."t"
EXPLAIN ANALYZE FROM "{lake}/_duckboard/results/*.csv?"."t"
TABLE "/etc/x.parquet?"."t"
FROM "{lake}/_duckboard/results/*.csv?"."t" SELECT 1
FROM "/etc/x.parquet?"."t" TABLESAMPLE 1
SELECT n FROM numbers ORDER BY (SELECT max(t) FROM "{lake}/_duckboard/results/*.csv?"."t")
SELECT n FROM numbers LIMIT (SELECT count(*) FROM "/etc/x.parquet?"."t")
SELECT count(*) FILTER (WHERE n IN (FROM "{lake}/_duckboard/results/*.csv?"."t")) FROM numbers
SELECT sum(n) OVER (ORDER BY (SELECT 1 FROM "/etc/x.parquet?"."t")) FROM numbers
SELECT n FROM numbers GROUP BY n HAVING n > (SELECT count(*) FROM "{lake}/_duckboard/results/*.csv?"."t")
SELECT n FROM numbers QUALIFY row_number() OVER () > (SELECT count(*) FROM "/etc/x.parquet?"."t")
VALUES ((SELECT count(*) FROM "{lake}/_duckboard/results/*.csv?"."t"))
SELECT CASE WHEN true THEN (SELECT 1 FROM "/etc/x.parquet?"."t") END
SELECT [x FOR x IN (SELECT list(t) FROM "{lake}/_duckboard/results/*.csv?"."t")]
SELECT {'a': (SELECT 1 FROM "/etc/x.parquet?"."t")}
SELECT list_transform([1], x -> (SELECT 1 FROM "{lake}/_duckboard/results/*.csv?"."t"))
SELECT COLUMNS(*) FROM "/etc/x.parquet?"."t"
SELECT * FROM numbers t JOIN (SELECT * FROM "{lake}/_duckboard/results/*.csv?"."t") u ON true
FROM read_parquet(['{lake}/dataset/numbers.parquet', '/etc/y.parquet'], union_by_name = true)
FROM read_parquet(file_row_number = true, '/etc/x.parquet')
FROM read_parquet(['{lake}/dataset/numbers.parquet', '/etc/x.parquet'])
FROM read_parquet('{lake}/dataset/numbers.parquet?x', hive_partitioning = true)
FROM read_parquet($1)
FROM read_csv($file)
FROM glob($1)
SELECT * FROM read_parquet(path := '/etc/x.parquet')

--! NOT_ALLOWED hidden in the corners of a SELECT
WITH a AS (FROM read_text('/etc/passwd')) SELECT 1
WITH a AS MATERIALIZED (FROM read_text('/etc/passwd')) FROM a
WITH RECURSIVE a AS (SELECT 1 AS x UNION ALL SELECT x FROM a, read_text('/etc/passwd')) FROM a
SELECT (SELECT content FROM read_text('/etc/passwd'))
SELECT [x FOR x IN (SELECT content FROM read_text('/etc/passwd'))]
SELECT list_transform([1], x -> current_setting('temp_directory'))
FROM numbers ORDER BY current_setting('temp_directory')
FROM numbers LIMIT (SELECT count(*) FROM read_text('/etc/passwd'))
FROM numbers QUALIFY row_number() OVER (ORDER BY current_setting('temp_directory')) = 1
SELECT sum(n) OVER w FROM numbers WINDOW w AS (ORDER BY current_setting('temp_directory'))
SELECT count(*) FILTER (current_setting('temp_directory') = '') FROM numbers
SELECT sum(n ORDER BY current_setting('temp_directory')) FROM numbers
SELECT n FROM numbers GROUP BY n HAVING current_setting('temp_directory') = ''
SELECT * REPLACE (current_setting('temp_directory') AS n) FROM numbers
SELECT CASE WHEN true THEN current_setting('temp_directory') END
SELECT DISTINCT ON (current_setting('temp_directory')) n FROM numbers
FROM numbers, LATERAL (SELECT current_setting('temp_directory'))
FROM numbers JOIN numbers AS other ON current_setting('temp_directory') = ''
FROM (VALUES (current_setting('temp_directory')))
SELECT 1 UNION ALL (SELECT 2 EXCEPT FROM read_text('/etc/passwd'))
FROM numbers PIVOT (max(current_setting('temp_directory')) FOR n IN (1))
FROM range(current_setting('threads')::INT)
FROM (DESCRIBE FROM read_text('/etc/passwd'))
FROM (SUMMARIZE FROM read_text('/etc/passwd'))

--! NOT_ALLOWED settings, secrets, logs
SELECT current_setting('temp_directory')
SELECT CURRENT_SETTING('temp_directory')
SELECT "current_setting"('temp_directory')
SELECT main.current_setting('temp_directory')
SELECT system.main.current_setting('temp_directory')
SELECT ('temp_directory').current_setting()
SELECT getvariable('x')
SELECT getenv('HOME')
FROM duckdb_settings()
FROM main.duckdb_settings()
FROM "duckdb_settings"()
FROM duckdb_secrets()
FROM duckdb_secrets(redact = false)
FROM which_secret('s3://x', 's3')
FROM duckdb_extensions()
FROM duckdb_variables()
FROM duckdb_temporary_files()
FROM duckdb_external_file_cache()
FROM duckdb_prepared_statements()
FROM duckdb_logs
FROM duckdb_logs()
FROM duckdb_logs_parsed('QueryLog')
FROM duckdb_profiling_settings()
FROM pg_settings
FROM pg_catalog.pg_settings
FROM system.pg_catalog.PG_SETTINGS
FROM pragma_database_size()
FROM pragma_user_agent()
SHOW VARIABLES

--! NOT_ALLOWED SELECTs that change state or hold the engine up
FROM enable_logging()
FROM enable_logging(storage = 'file', storage_path = '/tmp/x')
FROM disable_logging()
FROM truncate_duckdb_logs()
FROM enable_profiling()
FROM checkpoint()
FROM force_checkpoint()
SELECT nextval('s')
SELECT currval('s')
SELECT write_log('x')
SELECT sleep_ms(100000)
SELECT pg_sleep(1000)

--! NOT_ALLOWED SQL in texts
FROM query('FROM read_text(''/etc/passwd'')')
FROM query_table('/etc/passwd')
FROM query_table(['/etc/passwd'])
FROM histogram('/etc/x.parquet', n)
FROM histogram_values('/etc/x.parquet', n)
FROM json_execute_serialized_sql(json_serialize_sql('SELECT 1'))
SELECT json_serialize_plan('FROM read_text(''/etc/passwd'')')
SELECT json_deserialize_sql('{}')
FROM seq_scan()
FROM arrow_scan(1, 2, 3)
FROM pragma_table_info('/etc/x.parquet')
SELECT finalize('x'::BLOB)
SELECT variant_bytes_to_variant('x'::BLOB)
SELECT __internal_decompress_string(1)

--! NOT_ALLOWED statements of other kinds
CREATE TABLE t AS SELECT 1
create or replace view numbers as select 1
CREATE OR REPLACE MACRO sum(x) AS 0
CREATE TEMP MACRO f() AS TABLE FROM read_text('/etc/passwd')
CREATE SECRET s (TYPE s3, ENDPOINT 'evil.example')
CREATE TYPE t AS ENUM ('a')
CREATE SEQUENCE s
INSERT INTO numbers VALUES (1)
UPDATE numbers SET n = 1
DELETE FROM numbers
MERGE INTO numbers USING numbers AS o ON true WHEN MATCHED THEN DELETE
TRUNCATE numbers
ALTER TABLE numbers RENAME TO x
DROP VIEW numbers
COMMENT ON VIEW numbers IS 'x'
COPY (SELECT 1) TO '{lake}/dataset/numbers.parquet'
COPY numbers TO '/tmp/x.csv'
/**/ cOpY /* SELECT */ (SELECT 1) TO '/tmp/x.csv'
; COPY (SELECT 1) TO '/tmp/x.csv'
\u00a0COPY (SELECT 1) TO '/tmp/x.csv'
\u2003COPY\u00a0(SELECT 1)\u3000TO '/tmp/x.csv'
-- SELECT 1⏎COPY (SELECT 1) TO '/tmp/x.csv'
EXPORT DATABASE '/tmp/x'
IMPORT DATABASE '/tmp/x'
ATTACH '/tmp/x.db'
DETACH memory
USE temp
SET threads = 1
SET VARIABLE x = 1
SET SESSION search_path = 'x'
RESET threads
PRAGMA enable_profiling
PRAGMA add_parquet_key('k', 'x')
CALL enable_logging()
INSTALL httpfs
LOAD '/tmp/x.duckdb_extension'
FORCE INSTALL httpfs
UPDATE EXTENSIONS
PREPARE p AS SELECT 1
EXECUTE p
DEALLOCATE p
BEGIN
COMMIT
ROLLBACK
CHECKPOINT
FORCE CHECKPOINT
VACUUM
ANALYZE
WITH a AS (INSERT INTO numbers VALUES (1) RETURNING *) FROM a
WITH a AS (DELETE FROM numbers RETURNING *) FROM a
WITH a AS (SELECT 1) INSERT INTO numbers FROM a
WITH a AS (SELECT 1) DELETE FROM numbers

--! NOT_ALLOWED several statements
SELECT 1; SELECT 2
SELECT 1; DROP VIEW numbers
SELECT 1;;; COPY (SELECT 1) TO '/tmp/x'
SELECT 1 /* ; */ ; SET threads = 1
PIVOT numbers ON n; DROP VIEW numbers
EXPLAIN SELECT 1; DROP VIEW numbers
SELECT 1\u0000; DROP VIEW numbers
SELECT '\ud800'

--! NOT_ALLOWED behind a prefix of ours
EXPLAIN COPY (SELECT 1) TO '/tmp/x.csv'
EXPLAIN ANALYZE COPY (SELECT 1) TO '/tmp/x.csv'
EXPLAIN ANALYZE CREATE TABLE t AS SELECT 1
EXPLAIN (ANALYZE) CREATE TABLE t AS SELECT 1
EXPLAIN (ANALYZE, FORMAT json) INSERT INTO numbers VALUES (1)
explain/**/analyze⏎insert into numbers values (1)
EXPLAIN ANALYZE EXPLAIN ANALYZE SELECT 1
EXPLAIN EXPLAIN SELECT 1
EXPLAIN ANALYZE FROM read_text('/etc/passwd')
EXPLAIN FROM read_text('/etc/passwd')
EXPLAIN SELECT current_setting('threads')
EXPLAIN ANALYZE FROM enable_logging()
EXPLAIN PIVOT numbers ON n
PIVOT numbers ON n USING max(current_setting('threads'))
PIVOT (FROM read_text('/etc/passwd')) ON size
WITH a AS (FROM read_text('/etc/passwd')) PIVOT a ON size
PIVOT numbers ON n IN (SELECT size FROM read_text('/etc/passwd'))

--! SYNTAX
FROM read_parquet(U&'\002fetc/passwd')
PIVOT numbers ON (SELECT a FROM '/etc/x.csv') USING sum(n)
PIVOT numbers ON current_setting('temp_directory')
SELECT 'temp_directory'.current_setting()
SELECT
FROM FROM numbers
(COPY (SELECT 1) TO '/tmp/x')
SELECT * FROM (COPY numbers TO '/tmp/x')
FROM (INSERT INTO numbers VALUES (1) RETURNING *)
EXPLAIN (FORMAT json, COPY) SELECT 1
EXPLAIN (ANALYZE
SELECT 'open
SELECT /* open
DESCRIBE COPY numbers TO '/tmp/x'
SELECT \u200bsum(1

--! INVALID_REQUEST nothing to run, or a value that is missing
EXPLAIN
;
-- nothing
/* nothing */ ;;
SELECT $x
SELECT ?
FROM numbers LIMIT $1

--! NOT_ALLOWED where the lake lies
SELECT sql FROM duckdb_views()
FROM duckdb_views
FROM main.duckdb_views
FROM system.main.duckdb_views
FROM "Duckdb_Views"
SELECT definition FROM pg_views
FROM pg_catalog.pg_views
FROM system.pg_catalog.pg_views
FROM sqlite_master
FROM main.sqlite_master
FROM sqlite_schema
FROM sqlite_temp_master
FROM temp.sqlite_temp_schema
SELECT view_definition FROM information_schema.views
FROM INFORMATION_SCHEMA.Views
FROM system.information_schema.views
SELECT (SELECT max(sql) FROM sqlite_master)
WITH v AS (FROM duckdb_views()) SELECT md5(sql) FROM v
SELECT n FROM numbers WHERE EXISTS (FROM duckdb_views() WHERE sql LIKE '%home%')
DESCRIBE duckdb_views
SUMMARIZE sqlite_master
SELECT relname, pg_get_viewdef(oid) FROM pg_class
SELECT pg_catalog.pg_get_viewdef(table_oid) FROM duckdb_columns()
SELECT md5(PG_GET_VIEWDEF(oid, true)) FROM pg_class
SELECT current_query()
SELECT length(pg_catalog.current_query())

--! NOT_ALLOWED more files than the first argument
FROM read_parquet('{lake}/dataset/numbers.parquet', '/etc/y.parquet')
FROM read_parquet(['{lake}/dataset/numbers.parquet'], ['/etc/y.parquet'])
FROM read_parquet('{lake}/dataset/numbers.parquet', '{lake}/dataset/numbers.parquet')
FROM read_csv('{lake}/dataset/numbers.parquet', '/etc/passwd', header = false)
FROM read_json('{lake}/dataset/numbers.parquet', 'records')
FROM glob('{lake}/dataset/*', '/etc/*')
FROM parquet_schema('{lake}/dataset/numbers.parquet', '/etc/y.parquet')
FROM read_parquet([['{lake}/dataset/numbers.parquet', '/etc/y.parquet']])
FROM read_parquet({a: '{lake}/dataset/numbers.parquet'})
FROM read_parquet(('{lake}/dataset/numbers.parquet', '/etc/y.parquet'))
FROM read_parquet(MAP {'a': '/etc/y.parquet'})
FROM read_parquet(NULL)
FROM read_parquet(1)
FROM read_parquet()

--! NOT_ALLOWED file names in named arguments
FROM read_parquet(path = '/etc/x.parquet')
FROM read_parquet(files := ['/etc/x.parquet'])
FROM read_parquet(filename => '/etc/x.parquet')
FROM read_parquet('{lake}/dataset/numbers.parquet', encryption_config = {footer_key: 'k'})
FROM read_parquet('{lake}/dataset/numbers.parquet', schema = MAP {0: {name: 'a', type: 'INT', default_value: NULL}})
FROM read_parquet('{lake}/dataset/numbers.parquet', explicit_cardinality = 1)
FROM read_parquet('{lake}/dataset/numbers.parquet', can_have_nan = true)
FROM read_parquet('{lake}/dataset/numbers.parquet', debug_use_openssl = true)
FROM read_csv('{lake}/dataset/numbers.parquet', rejects_table = 'r', store_rejects = true)
FROM read_csv('{lake}/dataset/numbers.parquet', buffer_size = 99999999999)
FROM read_csv('{lake}/dataset/numbers.parquet', max_line_size = 99999999999)
FROM read_csv('{lake}/dataset/numbers.parquet', files_to_sniff = 1)
FROM read_csv('{lake}/dataset/numbers.parquet', "PATH" = '/etc/passwd')
FROM read_json('{lake}/dataset/numbers.parquet', maximum_object_size = 4000000000)

--! NOT_ALLOWED files by a value
FROM read_parquet($1)
FROM read_parquet($file)
FROM read_parquet(?)
FROM read_parquet([$file])
FROM read_parquet(['{lake}/dataset/numbers.parquet', $file])
FROM read_parquet(list_value($1))
FROM read_csv('{lake}/' || $file)
FROM read_csv($file, delim = ';')
FROM glob($file)
FROM parquet_metadata($1)
FROM query_table($1)
FROM query($1)
SELECT (FROM read_text($file))
WITH a AS (FROM read_blob($file)) FROM a
PIVOT (FROM read_parquet($file)) ON n IN (1)

--! NOT_ALLOWED a file wherever a table may stand
SELECT * FROM numbers, '/etc/x.parquet'
SELECT * FROM numbers JOIN '/etc/x.parquet' USING (n)
SELECT * FROM numbers LEFT JOIN "/etc/x.csv" o ON o.n = numbers.n
SELECT * FROM numbers ASOF JOIN '/etc/x.parquet' o ON o.n >= numbers.n
SELECT * FROM numbers POSITIONAL JOIN '/etc/x.parquet'
SELECT * FROM numbers SEMI JOIN '/etc/x.parquet' USING (n)
SELECT * FROM numbers, LATERAL (FROM '/etc/x.parquet')
SELECT n FROM numbers WHERE n IN (FROM '/etc/x.parquet')
SELECT n FROM numbers WHERE n = ANY (FROM '/etc/x.parquet')
SELECT n FROM numbers ORDER BY (SELECT max(a) FROM '/etc/x.parquet')
SELECT n FROM numbers LIMIT (SELECT max(a) FROM '/etc/x.parquet')
SELECT n FROM numbers GROUP BY n HAVING n > (SELECT max(a) FROM '/etc/x.parquet')
SELECT sum(n) OVER (ORDER BY (SELECT max(a) FROM '/etc/x.parquet')) FROM numbers
SELECT sum(n) FILTER (n > (SELECT max(a) FROM '/etc/x.parquet')) FROM numbers
SELECT CASE WHEN true THEN (SELECT a FROM '/etc/x.parquet') END
SELECT ARRAY(SELECT a FROM '/etc/x.parquet')
SELECT list_transform([1], lambda x: (SELECT max(a) FROM '/etc/x.parquet'))
SELECT COLUMNS(c -> c IN (SELECT a FROM '/etc/x.parquet')) FROM numbers
FROM numbers UNION FROM '/etc/x.parquet'
FROM numbers EXCEPT ALL (FROM '/etc/x.json')
VALUES ((SELECT max(a) FROM '/etc/x.parquet'))
PIVOT '/etc/x.parquet' ON n IN (1)
UNPIVOT '/etc/x.parquet' ON n
FROM '/etc/x.parquet' TABLESAMPLE 10%
TABLE '/etc/x.parquet'
DESCRIBE '/etc/x.parquet'
SUMMARIZE '/etc/x.parquet'
WITH RECURSIVE a AS (SELECT 1 UNION ALL FROM '/etc/x.parquet') FROM a
EXPLAIN ANALYZE FROM numbers, '/etc/x.parquet'
