package io.duckboard.cli;

import io.duckboard.cli.terminal.Terminal;
import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.Catalog.Table;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.catalog.store.Published;
import io.duckboard.lake.store.LakeStore;
import io.duckboard.lake.store.LakeStores;
import io.duckboard.lake.tables.Change;
import io.duckboard.lake.tables.LakeRefresh;
import io.duckboard.lake.tables.OpenLake;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** A lake of any kind, the commands that are typed for it, and the users' own files. */
abstract class LakeTerminal {

    @TempDir
    Path home;

    @TempDir
    Path files;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    abstract String lake();

    Map<String, String> environment() {
        return Map.of();
    }

    /** Writes a file into the lake, as somebody other than Duckboard does. */
    abstract void strangersFile(String path, byte[] bytes);

    abstract void strangerRemoves(String path);

    final int run(String... arguments) {
        return run(Map.of(), arguments);
    }

    final int run(Map<String, String> more, String... arguments) {
        var variables = new HashMap<>(environment());
        variables.put("DUCKBOARD_LAKE", lake());
        variables.put("DUCKBOARD_HOME", home.toString());
        variables.putAll(more);
        String[] line = new String[arguments.length + 1];
        line[0] = "lake";
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        return Commands.line(variables, new Terminal(print(out), print(err), 80, false), line)
                .execute(line);
    }

    final String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    final String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** Forgets the output so far. */
    final void forget() {
        out.reset();
        err.reset();
    }

    final void file(String name, String text) throws IOException {
        Files.writeString(files.resolve(name), text);
    }

    final byte[] parquet(String name, String select) throws IOException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = duckdb.createStatement()) {
            sql.execute("COPY (" + select + ") TO '" + files.resolve(name) + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Files.readAllBytes(files.resolve(name));
    }

    final String in(String name) {
        return files.resolve(name).toString();
    }

    final Path download(Table table) throws IOException {
        Catalog.File file = table.files().getFirst();
        try (LakeStore store = store()) {
            return Files.write(files.resolve("download.parquet"), store.tail(file.path(), (int) file.bytes()));
        }
    }

    final List<Change> refreshAfter(Duration time) {
        try (OpenLake open = open()) {
            return new LakeRefresh(open, Clock.offset(Clock.systemUTC(), time))
                    .run(LakeRefresh.Missing.KEEP)
                    .changes();
        }
    }

    final Optional<Catalog> catalog() {
        return published().map(Published::catalog);
    }

    final Table table(String name) {
        return catalog().orElseThrow().table(name).orElseThrow();
    }

    final Optional<Published> published() {
        try (LakeStore store = store()) {
            return store.published();
        }
    }

    final List<Catalog.File> listed() {
        try (LakeStore store = store()) {
            return store.list("");
        }
    }

    final LakeStore store() {
        return LakeStores.open(LakeLocation.parse(lake()), home, environment(), Clock.systemUTC());
    }

    final OpenLake open() {
        LakeLocation location = LakeLocation.parse(lake());
        return OpenLake.open(location, location, home, environment(), Clock.systemUTC());
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
