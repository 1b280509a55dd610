package io.duckboard.engine.testing;

import java.util.List;
import java.util.stream.Stream;

/** Values of every type of DuckDB, as expressions: each type's least and greatest, and those that Java knows otherwise. */
public final class TypedValues {

    /** Values that DuckDB's own test_all_types() lacks. */
    private static final List<String> FURTHER = List.of(
            "'-0.0'::DOUBLE",
            "'-0.0'::FLOAT",
            "1e300::DOUBLE",
            "1e-7::DOUBLE",
            "0.1::FLOAT",
            "16777216::FLOAT",
            "'nan'::DOUBLE",
            "'infinity'::FLOAT",
            "0.00::DECIMAL(9,2)",
            "1e-9::DECIMAL(18,12)",
            "TIME '24:00:00'",
            "TIME '23:59:59.999999'",
            "TIME '12:00:00.1'",
            "TIME '00:00:00'",
            "TIMETZ '24:00:00+02'",
            "TIMETZ '24:00:00+15:59:59'",
            "TIMETZ '12:00:00.5-03:30'",
            "'24:00:00'::TIME_NS",
            "'12:34:56.123456789'::TIME_NS",
            "DATE '1582-10-04'",
            "DATE '1582-10-10'",
            "DATE '1500-02-28'",
            "DATE '0001-01-01'",
            "DATE '0001-12-31 (BC)'",
            "DATE '0005-02-29 (BC)'",
            "DATE '9999-12-31'",
            "DATE '10000-01-01'",
            "DATE 'infinity'",
            "DATE '-infinity'",
            "TIMESTAMP '1582-10-04 23:59:59.999999'",
            "TIMESTAMP '1582-10-05 00:00:00'",
            "TIMESTAMP '1582-10-10 12:34:56'",
            "TIMESTAMP '1582-10-14 23:59:59'",
            "TIMESTAMP '1500-02-28 00:00:00'",
            "TIMESTAMP '0001-01-01 00:00:00.000001'",
            "TIMESTAMP '0001-02-29 (BC) 00:00:00'",
            "TIMESTAMP '0005-02-29 (BC) 01:02:03.5'",
            "TIMESTAMP '4714-01-01 (BC) 00:00:00'",
            "TIMESTAMP '10000-01-01 00:00:00'",
            "TIMESTAMP '2019-03-31 02:30:00'",
            "TIMESTAMP 'infinity'",
            "TIMESTAMP '-infinity'",
            "TIMESTAMP_S '1582-10-10 12:34:56'",
            "TIMESTAMP_S 'infinity'",
            "TIMESTAMP_S '-infinity'",
            "TIMESTAMP_MS '1582-10-10 12:34:56.789'",
            "TIMESTAMP_MS '0005-02-29 (BC) 00:00:00'",
            "TIMESTAMP_MS 'infinity'",
            "TIMESTAMP_NS '1700-01-01 00:00:00.123456789'",
            "TIMESTAMP_NS '-infinity'",
            "TIMESTAMPTZ '1582-10-10 12:34:56+00'",
            "TIMESTAMPTZ '0005-02-29 (BC) 00:00:00.25+00'",
            "TIMESTAMPTZ '10000-01-01 00:00:00+00'",
            "TIMESTAMPTZ '2019-04-01 12:00:00+02'",
            "TIMESTAMPTZ 'infinity'",
            "TIMESTAMPTZ '-infinity'",
            "INTERVAL '-1 month 2 days -03:04:05.678901'",
            "''::BLOB",
            "'\\x00\\xFF\"'::BLOB",
            "''",
            "'it''s \"q\", \\ é😀' || chr(10) || chr(13) || chr(9) || chr(1)",
            "'2019-04-01 12:00:00'",
            "'#5'",
            "'\"12:00:00\"'::JSON",
            "'{\"a\": [1, \"x\"]}'::JSON",
            "row(1, 'a')",
            "row(TIMESTAMP '1582-10-10 12:34:56')",
            "row(row(1, TIME '24:00:00'), {'a': row(2, 1.5)}, [row(DATE '1582-10-10', '1'::JSON)])",
            "row(TIMETZ '24:00:00+02', MAP {row(1): row(TIMETZ '12:00:00+02')})",
            "{'time': TIME '24:00:00', 'TIMESTAMP x': [TIMESTAMP '0005-02-29 (BC) 00:00:00'], 'j': '[1]'::JSON}",
            "{'a \"b\", TIME': '24:00:00', 'e': 'TIME)'::ENUM('TIME)', 'x')}",
            "MAP {'\\xFF'::BLOB: TIME '24:00:00'}",
            "MAP {{'k': DATE '1582-10-10', 'b': '\\x00'::BLOB}: 1}",
            "MAP {[1, NULL]: {'a': NULL}}",
            "MAP {TIMESTAMP '1582-10-10 12:34:56': 1, TIMESTAMP 'infinity': 2}",
            "MAP {1.50: 'a', 0.00: 'b'}",
            "union_value(t := TIME '24:00:00')",
            "union_value(s := 'TIME')",
            "[[TIME '24:00:00', NULL], NULL, []]",
            "array_value(TIMETZ '24:00:00+02', NULL)");

    private TypedValues() {}

    public static Stream<String> all() {
        return Stream.concat(ofEveryType(), FURTHER.stream());
    }

    /**
     * Each type's least and greatest value. Left out are enums with hundreds of names, a text with NUL, which no SQL can
     * have, and the greatest TIMESTAMPTZ, which DuckDB writes but does not read.
     */
    private static Stream<String> ofEveryType() {
        return DuckDb.rows("""
                SELECT DISTINCT 'CAST(''' || replace(value, '''', '''''') || ''' AS ' || type || ')' FROM (
                  UNPIVOT (SELECT CAST(COLUMNS(* EXCLUDE (medium_enum, large_enum)) AS VARCHAR) FROM test_all_types())
                  ON * INTO NAME name VALUE value)
                JOIN (SELECT column_name AS name, column_type AS type FROM (DESCRIBE FROM test_all_types())) USING (name)
                WHERE NOT contains(value, chr(0)) AND value NOT LIKE '294247-%+00' ORDER BY ALL""").stream().map(List::getFirst);
    }
}
