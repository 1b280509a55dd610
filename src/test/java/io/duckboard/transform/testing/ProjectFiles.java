package io.duckboard.transform.testing;

import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.compile.Compiler;
import io.duckboard.transform.project.Project;
import io.duckboard.transform.project.ProjectError;
import io.duckboard.transform.project.ProjectException;
import io.duckboard.transform.project.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A dbt project that a test writes, called shop. */
public final class ProjectFiles {

    private final Path folder;

    private ProjectFiles(Path folder) {
        this.folder = folder;
    }

    /** Makes a project that contains only {@code dbt_project.yml}. */
    public static ProjectFiles in(Path folder) {
        return new ProjectFiles(folder).with("dbt_project.yml", "name: shop\n");
    }

    public ProjectFiles with(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ProjectFiles model(String name, String sql) {
        return with("models/" + name + ".sql", sql);
    }

    public Project read() {
        return ProjectFolder.read(folder);
    }

    public CompiledProject compiled() {
        return Compiler.compile(read(), Map.of(), Map.of());
    }

    public String sql(String model) {
        return compiled().model(model).orElseThrow().sql();
    }

    /** Returns the errors of reading and compiling the project; empty if there are none. */
    public List<ProjectError> errors() {
        try {
            compiled();
            return List.of();
        } catch (ProjectException e) {
            return e.errors();
        }
    }

    /** Returns the same errors, in one line each. */
    public List<String> complaints() {
        return errors().stream().map(ProjectError::toString).toList();
    }
}
