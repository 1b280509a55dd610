package io.duckboard.engine.sql.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.sql.type.UnitedType.AsText;
import io.duckboard.engine.sql.type.UnitedType.Conflict;
import io.duckboard.engine.sql.type.UnitedType.IfIntegersFit;
import io.duckboard.engine.sql.type.UnitedType.IfTimesFit;
import io.duckboard.engine.sql.type.UnitedType.To;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The types of a column unite to the smallest type that changes no value. */
class UnitedTypeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    BIGINT              | BIGINT                     | BIGINT
                    INTEGER             | BIGINT                     | BIGINT
                    UTINYINT            | TINYINT                    | SMALLINT
                    UBIGINT             | BIGINT                     | HUGEINT
                    UHUGEINT            | UBIGINT                    | UHUGEINT
                    INTEGER             | DECIMAL(5,2)               | DECIMAL(12,2)
                    DECIMAL(10,2)       | DECIMAL(9,6)               | DECIMAL(14,6)
                    UBIGINT             | DECIMAL(38,18)             | DECIMAL(38,18)
                    FLOAT               | DOUBLE                     | DOUBLE
                    FLOAT               | SMALLINT                   | FLOAT
                    FLOAT               | INTEGER                    | DOUBLE
                    DOUBLE              | UINTEGER                   | DOUBLE
                    DOUBLE              | DECIMAL(15,4)              | DOUBLE
                    FLOAT               | DECIMAL(4,1)               | DOUBLE
                    DATE                | TIMESTAMP                  | TIMESTAMP
                    DATE                | TIMESTAMP WITH TIME ZONE   | TIMESTAMP WITH TIME ZONE
                    TIMESTAMP_S         | TIMESTAMP_MS               | TIMESTAMP_MS
                    TIMESTAMP           | TIMESTAMP WITH TIME ZONE   | TIMESTAMP WITH TIME ZONE
                    TIME                | TIME WITH TIME ZONE        | TIME WITH TIME ZONE
                    JSON                | VARCHAR                    | VARCHAR
                    ENUM('a')           | ENUM('b')                  | VARCHAR
                    "NULL"              | DATE                       | DATE
                    "NULL"              | "NULL"                     | "NULL"
                    "NULL"[]            | STRUCT(a DATE)[]           | STRUCT(a DATE)[]
                    INTEGER[2]          | BIGINT[3]                  | BIGINT[]
                    INTEGER[2]          | BIGINT[2]                  | BIGINT[]
                    MAP(INTEGER, DATE)  | MAP(BIGINT, TIMESTAMP)     | MAP(BIGINT, TIMESTAMP)
                    STRUCT(b DATE, a INTEGER) | STRUCT(c DATE, "A" BIGINT) | STRUCT(b DATE, a BIGINT, c DATE)
                    STRUCT(a STRUCT(x "NULL")) | STRUCT(b BLOB, a STRUCT(y DATE, x BLOB[])) \
                    | STRUCT(a STRUCT(x BLOB[], y DATE), b BLOB)
                    STRUCT("Ä" DATE)    | STRUCT("ä" DATE)           | STRUCT("Ä" DATE, "ä" DATE)
                    """)
    void losslessly(String one, String other, String united) {
        assertThat(of(one, other)).isEqualTo(new To(ColumnType.parse(united)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    VARCHAR             | BIGINT                     | VARCHAR
                    DOUBLE              | VARCHAR                    | VARCHAR
                    VARCHAR             | TIMESTAMP WITH TIME ZONE   | VARCHAR
                    VARCHAR[]           | DECIMAL(3,1)[]             | VARCHAR[]
                    STRUCT(a UUID)      | STRUCT(a VARCHAR, b DATE)  | STRUCT(a VARCHAR, b DATE)
                    """)
    void toText(String one, String other, String united) {
        assertThat(of(one, other)).isEqualTo(new AsText(ColumnType.parse(united)));
    }

    @ParameterizedTest
    @CsvSource({"BIGINT,DOUBLE", "UBIGINT,FLOAT", "HUGEINT,DOUBLE"})
    void integersAndFloatingPointIfTheIntegersFit(String integer, String floating) {
        assertThat(of(integer, floating)).isEqualTo(new IfIntegersFit(ColumnType.parse("DOUBLE")));
    }

    @ParameterizedTest
    @CsvSource({"DATE", "TIMESTAMP", "TIMESTAMP_S"})
    void momentsAndNanosecondsIfTheMomentsFit(String type) {
        assertThat(of(type, "TIMESTAMP_NS")).isEqualTo(new IfTimesFit(ColumnType.parse("TIMESTAMP_NS")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    HUGEINT             | UHUGEINT
                    HUGEINT             | DECIMAL(3,0)
                    BIGINT              | DECIMAL(38,20)
                    DOUBLE              | DECIMAL(16,2)
                    BOOLEAN             | INTEGER
                    BLOB                | VARCHAR
                    GEOMETRY            | VARCHAR
                    UNION(a INTEGER)    | VARCHAR
                    DATE                | INTEGER
                    TIME                | TIMESTAMP
                    TIME_NS             | TIME
                    TIMESTAMP_NS        | TIMESTAMP WITH TIME ZONE
                    STRUCT(a INTEGER)   | VARCHAR
                    VARCHAR             | VARCHAR[]
                    VARCHAR[]           | MAP(VARCHAR, VARCHAR)
                    DECIMAL(3,1)        | STRUCT(a INTEGER)
                    """)
    void orNotAtAll(String one, String other) {
        assertThat(of(one, other)).isInstanceOf(Conflict.class).hasToString(one + " and " + other);
    }

    @Test
    void insideOthersOnlyIfTheValuesDoNotMatter() {
        assertThat(of("STRUCT(a STRUCT(b BIGINT[]))", "STRUCT(\"A\" STRUCT(\"B\" DOUBLE[]))"))
                .isInstanceOf(Conflict.class)
                .hasToString("BIGINT and DOUBLE in a.b");
    }

    @Test
    void aTypeOfOneFileDecidesForAll() {
        assertThat(of("INTEGER", "DATE", "VARCHAR")).isEqualTo(new AsText(ColumnType.VARCHAR));
        assertThat(of("BIGINT", "DECIMAL(5,2)", "DOUBLE")).isEqualTo(new IfIntegersFit(ColumnType.parse("DOUBLE")));
        assertThat(of("SMALLINT", "FLOAT", "DECIMAL(3,1)")).isEqualTo(new To(ColumnType.parse("DOUBLE")));
        assertThat(of()).isEqualTo(new To(ColumnType.NULL));
    }

    private static UnitedType of(String... types) {
        return UnitedType.of(Arrays.stream(types).map(ColumnType::parse).toList());
    }
}
