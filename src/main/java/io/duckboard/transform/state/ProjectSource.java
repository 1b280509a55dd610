package io.duckboard.transform.state;

import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.compile.Compiler;
import io.duckboard.transform.project.ProjectError;
import io.duckboard.transform.project.ProjectException;
import io.duckboard.transform.project.ProjectFolder;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A project's folder, and the lake for which it is compiled. */
record ProjectSource(Path folder, String lake) {

    /**
     * Compiles the project from its current files.
     *
     * @throws ProjectException with all errors of the project
     */
    CompiledProject compiled() {
        if (!Files.isDirectory(folder)) {
            throw failure(
                    "There is no folder " + folder + " to read a dbt project from.",
                    "Name the project's folder in DUCKBOARD_TRANSFORM_PROJECT and start Duckboard again.");
        }
        try {
            return Compiler.compile(ProjectFolder.read(folder), Map.of(), environment());
        } catch (UncheckedIOException e) {
            throw failure(
                    "A file of the project cannot be read: " + e.getMessage(),
                    "Let Duckboard read all of the folder " + folder + ".");
        }
    }

    private Map<String, String> environment() {
        var environment = new HashMap<>(System.getenv());
        environment.put("DUCKBOARD_LAKE", lake);
        return environment;
    }

    private static ProjectException failure(String message, String hint) {
        return new ProjectException(List.of(new ProjectError("", 0, message, hint)));
    }
}
