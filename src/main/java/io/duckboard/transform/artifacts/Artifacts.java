package io.duckboard.transform.artifacts;

import io.duckboard.transform.compile.CompiledModel;
import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.compile.CompiledTest;
import io.duckboard.transform.run.RunReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The files of dbt's {@code target/}. Each is replaced at once: no reader sees half of one.
 *
 * <p>They follow dbt's schemas, with those of the fields that Duckboard's projects have.
 */
public final class Artifacts {

    static final String RUN_RESULTS = "run_results.json";

    private Artifacts() {}

    /**
     * {@code manifest.json}: what the project consists of, and what depends on what.
     *
     * @param target the folder, which need not exist
     * @throws IOException if it cannot be written
     */
    public static void writeManifest(Path target, CompiledProject project, Instant generatedAt) throws IOException {
        new TargetFolder(target).write("manifest.json", new Manifest(project).members(generatedAt));
    }

    /**
     * {@code run_results.json}: how each node of a run went, and the run as a whole.
     *
     * @param project that the run's plan is of
     * @param command as dbt calls it: run, test or build
     * @throws IOException if it cannot be written
     * @see LastRun
     */
    public static void writeRunResults(Path target, CompiledProject project, RunReport report, String command)
            throws IOException {
        new TargetFolder(target).write(RUN_RESULTS, new RunResults(project, report).members(command));
    }

    /**
     * {@code catalog.json}, which dbt's page of a project needs beside the manifest: the columns of what a run built.
     *
     * @param project that the run's plan is of
     * @throws IOException if it cannot be written
     */
    public static void writeCatalog(Path target, CompiledProject project, RunReport report) throws IOException {
        new TargetFolder(target).write("catalog.json", new DocsCatalog(project, report).members());
    }

    /**
     * {@code compiled/}: the SQL of each model and test, in a file of its own.
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
