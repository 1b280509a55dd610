package io.duckboard.testing;

import io.duckboard.database.HomeDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/** A home's database for all tests of a class. Each test has its own owners. */
public final class KeptHome implements BeforeAllCallback, AfterAllCallback {

    private @Nullable Path home;
    private @Nullable HomeDatabase database;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        home = Files.createTempDirectory("home-");
        database = HomeDatabase.open(home);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        database().close();
        FileSystemUtils.deleteRecursively(home);
    }

    public HomeDatabase database() {
        return Objects.requireNonNull(database);
    }

    /** Closes the database and opens it again, as an app does when it is restarted. */
    public HomeDatabase restart() {
        database().close();
        database = HomeDatabase.open(Objects.requireNonNull(home));
        return database;
    }
}
