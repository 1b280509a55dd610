package io.duckboard.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.guard.Guard;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No function that is listed as deterministic is known to DuckDB for anything else. */
class DeterministicFunctionsTest {

    private static final String NOT_CONSISTENT = """
            SELECT DISTINCT lower(function_name) FROM duckdb_functions()
             WHERE stability IN ('VOLATILE', 'CONSISTENT_WITHIN_QUERY')
            """;

    @Test
    void noneIsVolatile(@TempDir Path temporary) throws SQLException, IOException {
        assertThat(notConsistent(temporary)).isNotEmpty().doesNotContainAnyElementsOf(listed());
    }

    @Test
    void noneReadsTheClockWhileDuckDbCallsItConsistent() throws IOException {
        assertThat(listed()).isSorted().doesNotHaveDuplicates().doesNotContain("age", "ago", "read_parquet", "glob");
    }

    private static List<String> notConsistent(Path temporary) throws SQLException {
        var names = new ArrayList<String>();
        try (Database database = Database.open(new DatabaseSettings(List.of(), 1, 500, temporary, 100));
                DuckDBConnection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet functions = statement.executeQuery(NOT_CONSISTENT)) {
            while (functions.next()) {
                names.add(functions.getString(1));
            }
        }
        return names;
    }

    private static List<String> listed() throws IOException {
        try (InputStream list = Guard.class.getResourceAsStream("deterministic.txt")) {
            return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
