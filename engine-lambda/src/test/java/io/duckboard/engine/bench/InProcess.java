package io.duckboard.engine.bench;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.duckboard.engine.lambda.QueryHandler;
import io.duckboard.engine.protocol.RequestJson;
import io.duckboard.engine.testing.TestLake;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Runs the handler and bare DuckDB in turns in this process, over the same file. */
final class InProcess implements AutoCloseable {

    private static final int ROUNDS = 60;
    private static final int WARMUP = 100;

    private final RequestStreamHandler handler = new QueryHandler();
    private final Context context = (Context) Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "getRemainingTimeInMillis" -> 60_000;
                case "getMemoryLimitInMB" -> 3008;
                case "getLogger" -> unread();
                default -> method.getReturnType() == String.class ? "bench" : null;
            });
    private final Connection bare;

    private static LambdaLogger unread() {
        return (LambdaLogger) Proxy.newProxyInstance(
                LambdaLogger.class.getClassLoader(),
                new Class<?>[] {LambdaLogger.class},
                (proxy, method, arguments) -> null);
    }

    InProcess(TestLake lake) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("jdbc_stream_results", "true");
        bare = DriverManager.getConnection("jdbc:duckdb:", properties);
        Path file = lake.root().resolve("dataset/trips.parquet");
        execute("SET threads = " + Runtime.getRuntime().availableProcessors());
        execute("SET parquet_metadata_cache = true");
        execute("CREATE VIEW trips AS FROM read_parquet('" + file + "')");
    }

    void measure(Report report) throws Exception {
        List<Samples> count = interleaved(Queries.COUNT, 20);
        report.times("count, bare DuckDB", count.get(0));
        report.atMost(
                3,
                "count, the handler adds",
                count.get(1).median() - count.get(0).median(),
                "ms",
                Report.spread(count.get(1)));

        List<Samples> top = interleaved(Queries.TOP_200, 200);
        report.times("top-200 of the month, bare DuckDB", top.get(0));
        report.times("top-200 of the month, handler", top.get(1));
        report.atMost(
                1.15,
                "top-200 of the month, (handler − 2 ms) / bare",
                (top.get(1).median() - 2) / top.get(0).median(),
                "×",
                "");

        List<Samples> cells = interleaved(Queries.CELLS, Queries.CELLS_ROWS);
        report.times("10,000 rows × 5 columns, bare DuckDB", cells.get(0));
        report.times("10,000 rows × 5 columns, handler", cells.get(1));
        double encoding = cells.get(1).median() - cells.get(0).median();
        report.atLeast(
                1.5,
                "10,000 rows × 5 columns, encoded per second",
                5.0 * Queries.CELLS_ROWS / encoding / 1000,
                "M cells",
                "");
    }

    /** Bare DuckDB first, then the handler. */
    private List<Samples> interleaved(String sql, int limit) throws Exception {
        byte[] event = RequestJson.write(Queries.request(sql, limit));
        return Samples.interleaved(WARMUP, ROUNDS, () -> fetch(sql), () -> handle(event));
    }

    private void handle(byte[] event) throws Exception {
        var answer = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event), answer, context);
        if (answer.toString(StandardCharsets.UTF_8).startsWith("{\"errorMessage\"")) {
            throw new IllegalStateException(answer.toString(StandardCharsets.UTF_8));
        }
    }

    private void fetch(String sql) throws SQLException {
        try (Statement statement = bare.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            @Nullable Object last = null;
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    last = rows.getObject(column);
                }
            }
            if (last == null) {
                throw new IllegalStateException("no rows");
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = bare.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        bare.close();
    }
}
