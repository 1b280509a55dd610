package io.duckboard.cli.benchmark;

import io.duckboard.engine.failure.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that a benchmark's figures and picture are written to. */
record ReportFolder(Path folder) {

    static final String FIGURES = "benchmark.json";
    static final String PICTURE = "benchmark.svg";

    void write(String json, String svg) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(FIGURES), json);
            Files.writeString(folder.resolve(PICTURE), svg);
        } catch (IOException e) {
            throw new FailureException(
                    "The folder " + folder + " cannot be written.", "Name another: --out FOLDER.", e);
        }
    }
}
