package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duckboard.engine.catalog.journal.FolderTree;
import io.duckboard.engine.duckdb.Database;
import io.duckboard.engine.lake.RemoteFiles;
import io.duckboard.engine.lake.ResultStore;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.testing.Attack;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Among a lake's private files, an engine's DuckDB may open only its own folder, so a hole in the guard shows no more.
 */
@Attack("A statement that has passed the guard reads other queries' work in progress in a folder")
class QueryRoomTest {

    @TempDir
    private Path folder;

    @TempDir
    private Path temporary;

    private EngineSettings settings;
    private Path staging;

    @BeforeEach
    void settle() {
        var lake = new TestLake(folder).table("numbers", "SELECT range AS n FROM range(10)");
        settings = new EngineSettings(lake.location(), 1024, temporary, Optional.empty());
        staging = folder.resolve("_duckboard/staging");
    }

    @Test
    void isAllThatDuckDbMayOpenOfWorkInProgress() throws Exception {
        Path others = Files.createDirectories(staging.resolve(UUID.randomUUID().toString()));
        Files.writeString(others.resolve("theirs.csv"), "secret");
        Files.writeString(staging.resolve("older.csv"), "secret");
        Path own = Files.createDirectories(settings.room().orElseThrow().folder());
        Files.writeString(own.resolve("own.csv"), "own");
        Database database = Engine.of(settings, Clock.systemUTC()).current().database();

        database.change("SELECT * FROM read_text('" + own + "/own.csv')");
        database.change("COPY (SELECT 1) TO '" + own + "/written.csv'");

        for (String sql : List.of(
                "SELECT * FROM read_text('" + others + "/theirs.csv')",
                "SELECT * FROM read_text('" + staging + "/older.csv')",
                "SELECT * FROM glob('" + staging + "/*')",
                "COPY (SELECT 1) TO '" + others + "/written.csv'",
                "COPY (SELECT 1) TO '" + staging + "/written.csv'",
                "SELECT * FROM read_text('" + own + "/../older.csv')")) {
            assertThatExceptionOfType(SQLException.class)
                    .as(sql)
                    .isThrownBy(() -> database.change(sql))
                    .withMessageContaining("Cannot access");
        }
    }

    @Test
    void isTheOwnersAloneAndEmptyAfterItsQuery() throws Exception {
        Path room;
        ResultStore results = settings.results(Clock.systemUTC());
        RemoteFiles noFiles = Engine.of(settings, Clock.systemUTC()).current().files();
        try (var draft = results.draft("csv", noFiles)) {
            room = Path.of(draft.target()).resolveSibling("");
            Files.writeString(Path.of(draft.target()), "half an answer");
            Files.writeString(room.resolve("tmp_of_duckdb"), "");

            assertThat(room).isEqualTo(settings.room().orElseThrow().folder());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(room)))
                    .isEqualTo("rwx------");
        }

        assertThat(room).isEmptyDirectory();
        assertThat(folder.resolve("_duckboard/journal/held").toFile().list()).hasSize(1);
        assertThat(folder.resolve("_duckboard/journal/passing")).doesNotExist();
    }

    @Test
    void holdsTheModelsOfATransformToo() throws Exception {
        try (var draft = settings.models(Clock.systemUTC()).draft("m", UUID.randomUUID(), List.of())) {
            assertThat(Path.of(draft.target()).resolveSibling(""))
                    .isEqualTo(settings.room().orElseThrow().folder());
        }
    }

    @Test
    void hasTheNameThatAWorkerIsTold() {
        UUID name = UUID.randomUUID();

        assertThat(roomBy(Map.of("DUCKBOARD_LAKE", folder.toString(), "DUCKBOARD_ROOM", name.toString())))
                .isEqualTo(staging.resolve(name.toString()));
        assertThat(roomBy(Map.of("DUCKBOARD_LAKE", folder.toString())))
                .hasParentRaw(staging)
                .isNotEqualTo(roomBy(Map.of("DUCKBOARD_LAKE", folder.toString())));
    }

    /** A room that is copied beside its record is not held by any process, like the room of a killed process. */
    @Test
    void goesWithTheNextEngineIfItsProcessWasKilled(@TempDir Path other) throws Exception {
        var killed = new EngineSettings(new TestLake(other).location(), 1024, temporary, Optional.empty());
        Path dead = staging.resolve(killed.room().orElseThrow().folder().getFileName());
        try (var draft = killed.models(Clock.systemUTC()).draft("m", UUID.randomUUID(), List.of())) {
            Files.writeString(Path.of(draft.target()), "half a model");
            copy(other, folder);
        }
        assertThat(dead.resolve("made")).hasContent("half a model");

        Engine.of(settings, Clock.systemUTC()).prime();

        assertThat(dead).doesNotExist();
        assertThat(folder.resolve("_duckboard/journal/held")).isEmptyDirectory();
    }

    @Test
    void isMadeAnewWhereTheWholeLakeWas() throws Exception {
        var engine = new InProcess(settings);
        Request.Query query = Request.Query.of("SELECT 1 AS n").into(new Export.Parquet());
        engine.exported(query);

        new FolderTree(folder.resolve("_duckboard")).delete();

        assertThat(engine.exported(query).file().rows()).isEqualTo(1);
        assertThat(TestLake.staged(folder)).isEmpty();
    }

    @Test
    void takesTheNextQueryAfterOneThatFailed() {
        var engine = new InProcess(settings);
        var export = new Export.Parquet();

        engine.problem(Request.Query.of("SELECT error('no')").into(export));

        assertThat(engine.exported(Request.Query.of("FROM numbers").into(export))
                        .file()
                        .rows())
                .isEqualTo(10);
        assertThat(TestLake.staged(folder)).isEmpty();
    }

    @Test
    void goesWithItsEngine() throws Exception {
        try (var handler = new QueryHandler(settings, Clock.systemUTC())) {
            new InProcess(handler).exported(Request.Query.of("FROM numbers").into(new Export.Parquet()));
            assertThat(settings.room().orElseThrow().folder()).isEmptyDirectory();
        }

        assertThat(settings.room().orElseThrow().folder()).doesNotExist();
        assertThat(folder.resolve("_duckboard/journal/held")).isEmptyDirectory();
    }

    private static Path roomBy(Map<String, String> environment) {
        return EngineSettings.from(environment).room().orElseThrow().folder();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from.resolve("_duckboard"))) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }
}
