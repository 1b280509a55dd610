package io.duckboard.cli;

import io.duckboard.testing.ShippedProject;
import io.duckboard.testing.cloud.EngineZip;
import io.duckboard.testing.cloud.PretendCloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/** A terminal whose commands use a simulated AWS account. Each test has its own. */
final class CloudTerminal implements BeforeEachCallback, AfterEachCallback {

    private @Nullable PretendCloud cloud;
    private @Nullable Path home;

    @Override
    public void beforeEach(ExtensionContext test) throws IOException {
        cloud = PretendCloud.start();
        home = Files.createTempDirectory("cloud");
    }

    @Override
    public void afterEach(ExtensionContext test) throws IOException {
        cloud().close();
        FileSystemUtils.deleteRecursively(home());
    }

    PretendCloud cloud() {
        return Objects.requireNonNull(cloud);
    }

    Path home() {
        return Objects.requireNonNull(home);
    }

    CommandRun run(String... arguments) {
        return CommandRun.of(environment(), arguments);
    }

    /** Runs a command with its options. */
    CommandRun run(String command, String[] options) {
        var arguments = new String[options.length + 1];
        arguments[0] = command;
        System.arraycopy(options, 0, arguments, 1, options.length);
        return run(arguments);
    }

    Map<String, String> environment() {
        var environment = new HashMap<>(cloud().environment());
        environment.put("DUCKBOARD_HOME", home().toString());
        environment.put("DUCKBOARD_TRANSFORM_PROJECT", ShippedProject.FOLDER.toString());
        environment.put("DUCKBOARD_PACKAGE", EngineZip.in(home()).toString());
        return environment;
    }
}
