package io.duckboard.engine.sql.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.sql.type.ColumnType.Field;
import io.duckboard.engine.sql.type.ColumnType.ListOf;
import io.duckboard.engine.sql.type.ColumnType.Scalar;
import io.duckboard.engine.sql.type.ColumnType.Struct;
import io.duckboard.engine.testing.DuckDb;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A type is read from DuckDB's text and written as the same text, whatever it is. */
class ColumnTypeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BIGINT",
                "DECIMAL(38,18)",
                "TIMESTAMP WITH TIME ZONE[]",
                "INTEGER[3][]",
                "ENUM('a', 'b,)', 'it''s \"', '[]')",
                "ENUM('x]')[]",
                "UNION(a INTEGER, b VARCHAR)",
                "STRUCT(a STRUCT(\"x\"\"y)\" INTEGER[3][], \"select\" DATE), \"it's, a\" MAP(VARCHAR, DECIMAL(10,2)[]))",
                "STRUCT(\"Ü\" ENUM('a', ')'), \"map\" MAP(INTEGER[], STRUCT(u UNION(a INTEGER, b VARCHAR))))",
                "STRUCT(\"[]\" TIME WITH TIME ZONE)",
                "VARIANT"
            })
    void whatDuckDbWritesIsWrittenAgain(String type) {
        assertThat(DuckDb.rows("SELECT typeof(NULL::" + type + ")").getFirst()).containsExactly(type);
        assertThat(ColumnType.parse(type).sql()).isEqualTo(type);
        assertThat(ColumnType.parse(type)).hasToString(type);
    }

    @Test
    void fieldsKnowTheirNames() {
        assertThat(ColumnType.parse("STRUCT(\"a \"\"b\"\", (c\" INTEGER[], d DATE)"))
                .isEqualTo(new Struct(List.of(
                        new Field("\"a \"\"b\"\", (c\"", new ListOf(new Scalar("INTEGER"))),
                        new Field("d", new Scalar("DATE")))));
        assertThat(new Field("\"a \"\"b\"\", (c\"", ColumnType.NULL).name()).isEqualTo("a \"b\", (c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "]",
                "[x]",
                "STRUCT(",
                "STRUCT()",
                "STRUCT(a",
                "STRUCT(\"a INTEGER)",
                "STRUCT(a INTEGER) b",
                "MAP(INTEGER)",
                "MAP(A, B, C)",
                "DECIMAL(100,2)",
                "GEOMETRY('OGC:CRS84')",
                "a type of tomorrow"
            })
    void whatIsNoKnownTypeStaysAsItIs(String text) {
        assertThat(ColumnType.parse(text)).isEqualTo(new Scalar(text));
    }

    @Test
    void noDepthExhaustsTheStack() {
        String lists = "INTEGER" + "[]".repeat(100_000);
        String structs = "STRUCT(a ".repeat(10_000) + "INTEGER" + ")".repeat(10_000);

        assertThat(ColumnType.parse(lists).sql()).isEqualTo(lists);
        assertThat(ColumnType.parse(structs).sql()).isEqualTo(structs);
    }
}
