package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.testing.TestLake;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of every DuckDB type leave the engine unchanged. */
class ValueTest {

    private static InProcess engine;

    @BeforeAll
    static void open(@TempDir Path lake, @TempDir Path temporary) {
        engine = new InProcess(new TestLake(lake), temporary);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "true | true",
                "(-128)::TINYINT | -128",
                "32767::SMALLINT | 32767",
                "255::UTINYINT | 255",
                "65535::USMALLINT | 65535",
                "4294967295::UINTEGER | 4294967295",
                "9007199254740993 | 9007199254740993",
                "18446744073709551615::UBIGINT | 18446744073709551615",
                "170141183460469231731687303715884105727::HUGEINT | 170141183460469231731687303715884105727",
                "340282366920938463463374607431768211455::UHUGEINT | 340282366920938463463374607431768211455",
                "0.10::DECIMAL(4,2) | 0.10",
                "12345678901234567890123456789.012345678::DECIMAL(38,9) | 12345678901234567890123456789.012345678",
                "0.1::DOUBLE | 0.1",
                "0.1::FLOAT | 0.1",
                "'nan'::DOUBLE | \"NaN\"",
                "'infinity'::DOUBLE | \"Infinity\"",
                "'-infinity'::FLOAT | \"-Infinity\"",
                "DATE '2019-04-01' | \"2019-04-01\"",
                "DATE '0044-03-15 (BC)' | \"-0043-03-15\"",
                "DATE 'infinity' | \"infinity\"",
                "DATE '-infinity' | \"-infinity\"",
                "TIME '12:00:00' | \"12:00:00\"",
                "TIME '12:34:56.123456' | \"12:34:56.123456\"",
                "TIME '24:00:00' | \"24:00:00\"",
                "TIME '00:00:00.000001' | \"00:00:00.000001\"",
                "'24:00:00'::TIME_NS | \"24:00:00\"",
                "[TIME '24:00:00'] | [\"24:00:00\"]",
                "TIMETZ '24:00:00+02' | \"24:00:00+02:00\"",
                "TIMETZ '12:00:00-03:30' | \"12:00:00-03:30\"",
                "{'t': TIMETZ '12:00:00+00'} | {\"t\":\"12:00:00Z\"}",
                "DATE '1582-10-10' | \"1582-10-10\"",
                "DATE '10000-01-01' | \"+10000-01-01\"",
                "TIMESTAMP '1582-10-10 12:00:00' | \"1582-10-10T12:00:00\"",
                "TIMESTAMP '0005-02-29 (BC) 12:00:00' | \"-0004-02-29T12:00:00\"",
                "TIMESTAMP '10000-01-01 12:00:00' | \"+10000-01-01T12:00:00\"",
                "TIMESTAMP_S '-infinity' | \"-infinity\"",
                "[TIMESTAMP '1582-10-10 12:00:00.5'] | [\"1582-10-10T12:00:00.5\"]",
                "[TIMESTAMP '0001-02-29 (BC) 12:00:00'] | [\"0000-02-29T12:00:00\"]",
                "[TIMESTAMP '0005-02-29 (BC) 12:00:00'] | [\"-0004-02-29T12:00:00\"]",
                "[TIMESTAMPTZ '10000-01-01 12:00:00+00'] | [\"+10000-01-01T12:00:00Z\"]",
                "'-0.0'::DOUBLE | -0.0",
                "row(1, NULL, 'x') | [1,null,\"x\"]",
                "row(TIME '24:00:00') | [\"24:00:00\"]",
                "MAP {'\\xFF'::BLOB: 1} | {\"/w==\":1}",
                "MAP {{'a': 1, 'b': 'x'}: 2} | {\"{\\\"a\\\":1,\\\"b\\\":\\\"x\\\"}\":2}",
                "MAP {[1, NULL]: 2} | {\"[1,null]\":2}",
                "MAP {TIMESTAMP '1582-10-10 12:00:00': 1} | {\"1582-10-10T12:00:00\":1}",
                "MAP {TIME '12:00:00': 1} | {\"12:00:00\":1}",
                "MAP {DATE 'infinity': 1} | {\"infinity\":1}",
                "MAP {1e10::DECIMAL(20,2): 1} | {\"10000000000.00\":1}",
                "TIMETZ '12:00:00+02' | \"12:00:00+02:00\"",
                "TIMESTAMP '2019-04-01 12:00:00' | \"2019-04-01T12:00:00\"",
                "TIMESTAMP '2019-03-31 02:30:00.5' | \"2019-03-31T02:30:00.5\"",
                "TIMESTAMP_S '2019-04-01 12:00:00' | \"2019-04-01T12:00:00\"",
                "TIMESTAMP_MS '2019-04-01 12:00:00.123' | \"2019-04-01T12:00:00.123\"",
                "TIMESTAMP_NS '2019-04-01 12:00:00.123456789' | \"2019-04-01T12:00:00.123456789\"",
                "TIMESTAMP 'infinity' | \"infinity\"",
                "TIMESTAMP '-infinity' | \"-infinity\"",
                "TIMESTAMP '0044-03-15 (BC) 12:00:00' | \"-0043-03-15T12:00:00\"",
                "TIMESTAMP '0001-01-01 00:00:00' | \"0001-01-01T00:00:00\"",
                "TIMESTAMP '0001-12-31 (BC) 00:00:00' | \"0000-12-31T00:00:00\"",
                "[TIMESTAMP '-infinity', TIMESTAMP '0044-03-15 (BC) 12:00:00'] | [\"-infinity\",\"-0043-03-15T12:00:00\"]",
                "TIMESTAMPTZ '2019-04-01 12:00:00+02' | \"2019-04-01T10:00:00Z\"",
                "TIMESTAMPTZ 'infinity' | \"infinity\"",
                "INTERVAL '1 month 2 days' | \"1 month 2 days\"",
                "'a\\xFF'::BLOB | \"Yf8=\"",
                "UUID '8a6e0804-2bd0-4672-b79d-d97027f9071a' | \"8a6e0804-2bd0-4672-b79d-d97027f9071a\"",
                "'0101'::BIT | \"0101\"",
                "'b'::ENUM('a', 'b') | \"b\"",
                "'{\"a\": [1]}'::JSON | \"{\\\"a\\\": [1]}\"",
                "'123456789012345678901234567890123456789012345'::BIGNUM | \"123456789012345678901234567890123456789012345\"",
                "[1, NULL, 3] | [1,null,3]",
                "[DATE '2019-04-01'] | [\"2019-04-01\"]",
                "array_value(1, 2) | [1,2]",
                "{'a': 1.50::DECIMAL(3,2), 'b': TIMESTAMP '2019-04-01 01:02:03'} | {\"a\":1.50,\"b\":\"2019-04-01T01:02:03\"}",
                "MAP {'k': 1, 'l': NULL} | {\"k\":1,\"l\":null}",
                "MAP {1: [true]} | {\"1\":[true]}",
                "union_value(num := 2) | 2",
                "NULL | null",
                "NULL::BOOLEAN | null",
                "'<b>\"é😀' | \"<b>\\\"é😀\"",
            })
    void isWrittenExactly(String expression, String json) {
        String answer = engine.text("{\"q\": \"SELECT "
                + expression.replace("\\", "\\\\").replace("\"", "\\\"") + " AS v\", \"format\": \"rows\"}");

        assertThat(answer).endsWith("\"data\":{\"rows\":[[" + json + "]]}}");
    }

    @Test
    void saysThatATimeOfADynamicPivotCannotBeRead() {
        for (String value : List.of("TIME '24:00:00'", "[TIME '24:00:00']", "TIMESTAMP_S 'infinity'")) {
            var problem = engine.problem("PIVOT (SELECT 1 AS k, " + value + " AS v) ON k USING first(v)");

            assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
            assertThat(problem.message()).contains("24:00");
            assertThat(problem.hint())
                    .hasValueSatisfying(hint -> assertThat(hint).contains("VARCHAR"));
        }
    }

    @Test
    void namesTheTypeOfEachColumn() {
        assertThat(engine.text("{\"q\": \"SELECT 1 AS i, 1.5::DECIMAL(10,2) AS d, [1] AS l\"}"))
                .contains(
                        "\"columns\":[{\"name\":\"i\",\"type\":\"INTEGER\"},{\"name\":\"d\",\"type\":\"DECIMAL(10,2)\"},"
                                + "{\"name\":\"l\",\"type\":\"INTEGER[]\"}]");
    }
}
