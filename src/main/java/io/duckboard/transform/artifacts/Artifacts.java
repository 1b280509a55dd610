package io.duckboard.transform.artifacts;

import io.duckboard.transform.compile.CompiledModel;
import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.compile.CompiledTest;
import io.duckboard.transform.run.RunReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Writes the files of dbt's {@code target/}. Each file is replaced atomically, so no reader sees an incomplete one.
 *
 * <p>They follow dbt's schemas, with the fields that Duckboard's projects use.
 */
public final class Artifacts {

    static final String RUN_RESULTS = "run_results.json";

    private Artifacts() {}

    /**
     * Writes {@code manifest.json}: the parts of the project and their dependencies.
     *
     * @param target the folder, which need not exist
     * @throws IOException if it cannot be written
     */
    public static void writeManifest(Path target, CompiledProject project, Instant generatedAt) throws IOException {
        new TargetFolder(target).write("manifest.json", new Manifest(project).members(generatedAt));
    }

    /**
     * Writes {@code run_results.json}: the outcome of each node of a run, and of the run as a whole.
     *
     * @param project the project of the run's plan
     * @param command dbt's name of the command: run, test or build
     * @throws IOException if it cannot be written
     * @see LastRun
     */
    public static void writeRunResults(Path target, CompiledProject project, RunReport report, String command)
            throws IOException {
        new TargetFolder(target).write(RUN_RESULTS, new RunResults(project, report).members(command));
    }

    /**
     * Writes {@code catalog.json}, which dbt's docs page needs beside the manifest: the columns of what a run built.
     *
     * @param project the project of the run's plan
     * @throws IOException if it cannot be written
     */
    public static void writeCatalog(Path target, CompiledProject project, RunReport report) throws IOException {
        new TargetFolder(target).write("catalog.json", new DocsCatalog(project, report).members());
    }

    /**
     * Writes {@code compiled/}: the SQL of each model and test, in a file of its own.
     *
     * @throws IOException if it cannot be written
     */
    public static void writeCompiled(Path target, CompiledProject project) throws IOException {
        var folder = new TargetFolder(target);
        for (CompiledModel model : project.models()) {
            folder.write(CompiledFile.of(project, model), model.sql());
        }
        for (CompiledTest test : project.tests()) {
            folder.write(CompiledFile.of(project, test), test.sql());
        }
    }
}
