package io.duckboard.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** The dbt project that comes with Duckboard, for tests. They may change it, and it has no traces of earlier runs. */
public final class ShippedProject {

    public static final Path FOLDER = Path.of("../transform");

    private ShippedProject() {}

    /** Makes a copy for one test. */
    public static Path copiedTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.copy(FOLDER.resolve("dbt_project.yml"), folder.resolve("dbt_project.yml"));
        for (String part : List.of("models", "tests")) {
            FileSystemUtils.copyRecursively(FOLDER.resolve(part), folder.resolve(part));
        }
        return folder;
    }
}
