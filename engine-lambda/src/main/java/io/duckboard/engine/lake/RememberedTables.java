package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.CatalogJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * The tables that an engine found in a lake without a catalog, in a file of this machine. The next engine gives them the
 * same names, and reads only files that have changed since. A query never writes into the lake.
 */
final class RememberedTables {

    private final Optional<Path> file;

    /**
     * @param folder of this machine; empty if nothing is to be remembered
     * @param lake where the lake lies
     */
    RememberedTables(Optional<Path> folder, String lake) {
        this.file = folder.map(place -> place.resolve(Snapshot.digest(lake) + ".json"));
    }

    /** No tables if there is no such file, or if it is damaged. */
    Catalog read() {
        try {
            return file.isPresent() && Files.exists(file.get())
                    ? CatalogJson.read(Files.readAllBytes(file.get()))
                    : new Catalog(List.of());
        } catch (IOException | IllegalArgumentException e) {
            return new Catalog(List.of());
        }
    }

    void write(Catalog catalog) {
        if (file.isEmpty()) {
            return;
        }
        try {
            Path folder = Files.createDirectories(file.get().toAbsolutePath().getParent());
            Path fresh = Files.createTempFile(folder, "tables", ".json");
            Files.write(fresh, CatalogJson.write(catalog));
            Files.move(fresh, file.get(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // It costs the next engine time, and nobody an answer.
            System.err.println("The tables of the lake cannot be remembered: " + e.getMessage());
        }
    }
}
