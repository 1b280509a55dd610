package io.duckboard.engine.lambda;

import io.duckboard.engine.testing.Attack;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** In a folder. */
@Attack("Paths that are nearly those of a table's files: encoded, decoded, composed otherwise, with signs put in")
class OddNamesTest extends OddNamesContract {

    private String lake;
    private InProcess engine;

    @BeforeEach
    void open(@TempDir Path folder, @TempDir Path temporary) {
        lake = folder.toString();
        engine = new InProcess(lakeIn(folder), temporary);
    }

    @Override
    String lake() {
        return lake;
    }

    @Override
    InProcess engine() {
        return engine;
    }
}
