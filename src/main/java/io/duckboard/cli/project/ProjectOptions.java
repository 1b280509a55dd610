package io.duckboard.cli.project;

import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.compile.Compiler;
import io.duckboard.transform.graph.Selected;
import io.duckboard.transform.graph.Selection;
import io.duckboard.transform.project.ProjectException;
import io.duckboard.transform.project.ProjectFolder;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** The options that say which project a command works on, and which parts of it. */
public final class ProjectOptions {

    @Option(
            names = "--project",
            paramLabel = "FOLDER",
            description = "The dbt project. DUCKBOARD_TRANSFORM_PROJECT; else Duckboard's own, transform/.")
    private @Nullable Path project;

    @Option(
            names = {"--select", "-s"},
            paramLabel = "NODE",
            arity = "1..*",
            description = "Take these alone: a name, +name and all it reads, name+ and all that reads it, tag:x,"
                    + " source:s, a path.")
    private List<String> select = List.of();

    @Option(names = "--exclude", paramLabel = "NODE", arity = "1..*", description = "Leave these out.")
    private List<String> exclude = List.of();

    @Option(names = "--vars", paramLabel = "JSON", description = "Values for var(), such as '{\"top\": 50}'.")
    private @Nullable String vars;

    /**
     * Compiles the project over the lake that the options name.
     *
     * @throws FailureException with everything that is wrong with the project
     */
    public CompiledProject compiled(GlobalOptions options) {
        return compiled(options, options.lake());
    }

    /** @throws FailureException with everything that is wrong with the project */
    public CompiledProject compiled(GlobalOptions options, LakeLocation lake) {
        Path folder = folder(options);
        if (!Files.isDirectory(folder)) {
            throw new FailureException(
                    "There is no folder " + folder + ".", "Name a dbt project: see --project in --help.");
        }
        Map<String, String> environment = new HashMap<>(options.environment());
        environment.put("DUCKBOARD_LAKE", lake.toString());
        try {
            return Compiler.compile(ProjectFolder.read(folder), values(), environment);
        } catch (ProjectException e) {
            throw new FailureException(
                    "The project in " + folder + " does not compile:\n"
                            + e.errors().stream().map(error -> "  " + error).collect(Collectors.joining("\n")),
                    "\nNothing was run.",
                    e);
        } catch (UncheckedIOException e) {
            throw new FailureException(String.valueOf(e.getMessage()), "Check the rights of its files.", e);
        }
    }

    private Path folder(GlobalOptions options) {
        if (project != null) {
            return project;
        }
        String named = options.environment().getOrDefault("DUCKBOARD_TRANSFORM_PROJECT", "");
        return Path.of(named.isBlank() ? "transform" : named);
    }

    /** Returns the folder that facts about the project are written to, as with dbt. */
    public Path target(GlobalOptions options) {
        return folder(options).resolve("target");
    }

    /** @throws FailureException if a selector is invalid, or nothing matches it */
    public Selection selection(CompiledProject compiled) {
        Selection selection;
        try {
            selection = Selection.parse(select, exclude);
        } catch (IllegalArgumentException e) {
            throw new FailureException(String.valueOf(e.getMessage()), "See --select in --help.", e);
        }
        Selected selected = selection.in(compiled.graph());
        if (!selected.unmatched().isEmpty()) {
            throw new FailureException(
                    "Nothing in the project is " + String.join(" or ", selected.unmatched()) + ".",
                    "duckboard transform ls lists what there is.");
        }
        if (selected.uniqueIds().isEmpty()) {
            throw new FailureException("Nothing is selected.", "duckboard transform ls lists what there is.");
        }
        return selection;
    }

    private Map<String, Object> values() {
        if (vars == null) {
            return Map.of();
        }
        try {
            return JSON.std.mapFrom(vars);
        } catch (JacksonException e) {
            throw new FailureException("--vars is no JSON object: " + vars + ".", "Write --vars '{\"name\": 1}'.", e);
        }
    }
}
