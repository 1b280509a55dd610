package io.duckboard.engine.lambda;

import io.duckboard.engine.protocol.LakeLocation;
import java.nio.file.Path;
import java.util.Map;

/**
 * What an engine is told by its environment.
 *
 * @param memoryMegabytes the function's whole memory
 */
record EngineSettings(LakeLocation lake, int memoryMegabytes, Path temporaryDirectory) {

    /** @throws IllegalArgumentException with a sentence that says which variable is wrong */
    static EngineSettings from(Map<String, String> environment) {
        String lake = environment.get("DUCKBOARD_LAKE");
        if (lake == null) {
            throw new IllegalArgumentException("DUCKBOARD_LAKE is not set: a folder or s3://bucket/prefix.");
        }
        return new EngineSettings(
                LakeLocation.parse(lake),
                Integer.parseInt(environment.getOrDefault("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "3008")),
                Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath());
    }

    /** 60 % of the function's memory; the rest is for what DuckDB does not count, results and the JVM. */
    int databaseMegabytes() {
        return memoryMegabytes * 6 / 10;
    }
}
