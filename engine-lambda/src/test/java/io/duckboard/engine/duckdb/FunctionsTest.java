package io.duckboard.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.guard.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every function and system view of DuckDB has been judged: functions.txt says for each whether queries may use it. If
 * a new DuckDB has new ones, this test fails until somebody has judged those too.
 */
class FunctionsTest {

    private static final String ALL = """
            SELECT DISTINCT if(function_type LIKE 'table%', 'table', 'scalar') || ' ' || lower(function_name)
              FROM duckdb_functions()
             WHERE function_type <> 'pragma' AND regexp_matches(function_name, '^[a-zA-Z]\\w*$')
               AND NOT function_name LIKE 'icu_collate_%'
            UNION ALL
            SELECT 'view ' || schema_name || '.' || view_name FROM duckdb_views() WHERE internal
            """;

    @Test
    void allAreJudgedAsListed(@TempDir Path temporary) throws SQLException, IOException {
        assertThat(judged(temporary)).containsExactlyEntriesOf(listed());
    }

    private static Map<String, String> judged(Path temporary) throws SQLException {
        var judged = new TreeMap<String, String>();
        try (Database database = Database.open(new DatabaseSettings(List.of(), 1, 500, temporary, 100));
                DuckDBConnection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet functions = statement.executeQuery(ALL)) {
            while (functions.next()) {
                judged.put(functions.getString(1), verdict(functions.getString(1)));
            }
        }
        return judged;
    }

    private static String verdict(String function) {
        String name = function.substring(function.indexOf(' ') + 1);
        String sql = function.startsWith("scalar")
                ? "SELECT \"" + name + "\"()"
                : function.startsWith("view")
                        ? "FROM " + name
                        : "FROM \"" + name + "\"('" + Judge.LAKE + "/d/x.parquet')";
        return switch (Judge.judge(sql)) {
            case Verdict.Allowed allowed -> "allowed";
            case Verdict.Refused refused -> "refused";
        };
    }

    private static Map<String, String> listed() throws IOException {
        try (InputStream list = FunctionsTest.class.getResourceAsStream("functions.txt")) {
            var listed = new TreeMap<String, String>();
            new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line ->
                            listed.put(line.substring(line.indexOf(' ') + 1), line.substring(0, line.indexOf(' '))));
            return listed;
        }
    }
}
