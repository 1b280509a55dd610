package io.duckboard.engine.duckdb;

import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.guard.AllowedPaths;
import io.duckboard.engine.guard.Guard;
import io.duckboard.engine.guard.KnownTables;
import io.duckboard.engine.guard.Verdict;
import io.duckboard.engine.lake.LakePaths;
import io.duckboard.engine.protocol.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.duckdb.DuckDBConnection;

/** The guard with DuckDB's parser, for a lake in a bucket. All tests share it, since it has no state. */
final class Judge {

    static final String LAKE = "s3://lake/all/data";

    private static final DuckDBConnection CONNECTION = connection();

    private Judge() {}

    static Verdict judge(String sql, String... parameters) {
        return judge(KnownTables.NONE, sql, parameters);
    }

    static Verdict judge(KnownTables tables, String sql, String... parameters) {
        return judge(new LakePaths(LakeLocation.parse(LAKE)), tables, sql, parameters);
    }

    static Verdict judge(AllowedPaths paths, String sql) {
        return judge(paths, KnownTables.NONE, sql);
    }

    private static Verdict judge(AllowedPaths paths, KnownTables tables, String sql, String... parameters) {
        return DeepStack.call(
                () -> new Guard(new DuckDbParser(CONNECTION), paths, tables).judge(sql, Set.of(parameters)));
    }

    static Verdict.Allowed allowed(String sql, String... parameters) {
        return switch (judge(sql, parameters)) {
            case Verdict.Allowed allowed -> allowed;
            case Verdict.Refused(Problem problem) -> throw new AssertionError("refused: " + sql + "\n" + problem);
        };
    }

    static Problem refusal(String sql, String... parameters) {
        return switch (judge(sql, parameters)) {
            case Verdict.Refused(Problem problem) -> problem;
            case Verdict.Allowed allowed -> throw new AssertionError("let through: " + allowed.sql());
        };
    }

    private static DuckDBConnection connection() {
        try {
            Path temporary = Files.createTempDirectory("judge");
            return Database.open(new DatabaseSettings(List.of(), 1, 500, temporary, 100))
                    .connect();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
