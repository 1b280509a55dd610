package io.duckboard.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A dbt project that a test writes. */
public record TransformProject(Path folder) {

    /** Creates a project without models, named {@code shop}. */
    public static TransformProject in(Path folder) {
        return new TransformProject(folder).file("dbt_project.yml", "name: shop\nprofile: shop\n");
    }

    /** Copies the project that comes with Duckboard into a folder of its own. */
    static TransformProject shipped(Path folder) {
        Path source = Path.of("..", "transform");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = source.relativize(file).toString();
                if (!name.startsWith("target") && !name.startsWith("logs")) {
                    new TransformProject(folder).file(name, Files.readString(file));
                }
            }
            return new TransformProject(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TransformProject model(String name, String sql) {
        return file("models/" + name + ".sql", sql);
    }

    TransformProject file(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
