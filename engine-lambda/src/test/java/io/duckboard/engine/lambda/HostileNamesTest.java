package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.testing.Attack;
import io.duckboard.engine.testing.DuckDb;
import io.duckboard.engine.testing.HostileNames;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No table name, with any number of parts, opens or lists private files in a folder. */
@Attack("Names of tables in one to three parts, made of paths and signs, over a folder that notes every access")
class HostileNamesTest {

    private static final FileTime NEVER = FileTime.fromMillis(0);
    private static final int NAMES = 600;

    private TestLake lake;
    private InProcess engine;

    @BeforeEach
    void open(@TempDir Path folder, @TempDir Path temporary) throws IOException {
        lake = new TestLake(folder.resolve("lake")).table("numbers", "SELECT range AS n FROM range(10)");
        for (String place :
                List.of("_duckboard/results", "_duckboard/staging", "_duckboard/journal", "results", "staging")) {
            Path there = Files.createDirectories(lake.root().resolve(place));
            for (String extension : List.of("csv", "json", "parquet")) {
                DuckDb.run("COPY (SELECT 'stolen' AS stolen) TO '" + there.resolve("theirs." + extension) + "'");
            }
        }
        engine = new InProcess(lake, temporary);
        engine.rows("FROM numbers");
    }

    @Test
    void openNothingThatIsPrivate() throws IOException {
        List<Path> kept = kept();
        for (Path path : kept) {
            forget(path);
        }

        new HostileNames(20261129, lake.root().toString(), "127.0.0.1:9")
                .queries()
                .limit(NAMES)
                .forEach(sql -> {
                    assertThat(engine.ask(Request.Query.of(sql)).toString())
                            .as(sql)
                            .doesNotContain("stolen");
                    assertThat(kept).as(sql).allMatch(HostileNamesTest::isUntouched);
                });
        assertThat(engine.rows("SELECT count(*) FROM numbers")).containsExactly(List.of(10));
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> own = Files.walk(lake.root().resolve("_duckboard"));
                Stream<Path> before = Files.walk(lake.root().resolve("results"))) {
            return Stream.concat(own, before).toList();
        }
    }

    /** A file system that records access times records the next one. */
    private static void forget(Path path) throws IOException {
        Files.getFileAttributeView(path, BasicFileAttributeView.class).setTimes(null, NEVER, null);
    }

    private static boolean isUntouched(Path path) {
        try {
            return Files.getFileAttributeView(path, BasicFileAttributeView.class)
                    .readAttributes()
                    .lastAccessTime()
                    .equals(NEVER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
