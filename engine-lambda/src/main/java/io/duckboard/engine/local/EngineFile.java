package io.duckboard.engine.local;

import io.duckboard.engine.catalog.LakeLocation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * Where a running LocalLambda is found: `engine.json` in DUCKBOARD_HOME, readable by its owner alone.
 *
 * @param pid of the process LocalLambda runs in
 * @param lake the engine is over, as {@link LakeLocation} writes it; empty where an older engine wrote the file
 */
public record EngineFile(URI endpoint, String accessKey, String secretKey, long pid, String lake) {

    private static final String NAME = "engine.json";
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    public static EngineFile of(LocalLambda lambda, LakeLocation lake) {
        return new EngineFile(
                lambda.endpoint(),
                lambda.accessKey(),
                lambda.secretKey(),
                ProcessHandle.current().pid(),
                lake.toString());
    }

    /**
     * @return empty if there is none
     * @throws IOException if it cannot be read or is not ours
     */
    public static Optional<EngineFile> read(Path home) throws IOException {
        Path file = home.resolve(NAME);
        String json;
        try {
            json = Files.readString(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        try {
            Map<String, Object> values = JSON.std.mapFrom(json);
            return Optional.of(new EngineFile(
                    endpoint(text(values, "endpoint")),
                    text(values, "accessKey"),
                    text(values, "secretKey"),
                    Long.parseLong(text(values, "pid")),
                    values.get("lake") instanceof String lake ? lake : ""));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException("Not an engine file: " + file + ". Remove it and start the engine again.", e);
        }
    }

    private static URI endpoint(String text) {
        URI endpoint = URI.create(text);
        if (endpoint.getHost() == null || endpoint.getPort() < 0) {
            throw new IllegalArgumentException("no host and port");
        }
        return endpoint;
    }

    private static String text(Map<String, Object> values, String name) {
        Object value = values.get(name);
        if (value == null || value.toString().isBlank()) {
            throw new IllegalArgumentException("no " + name);
        }
        return value.toString();
    }

    /** Replaces what is there, at once: no reader sees half of it. */
    public void write(Path home) throws IOException {
        Files.createDirectories(home);
        Path written = Files.createTempFile(home, NAME, ".tmp", OWNER_ONLY);
        try {
            Files.write(
                    written,
                    JSON.std
                            .composeBytes()
                            .startObject()
                            .put("endpoint", endpoint.toString())
                            .put("accessKey", accessKey)
                            .put("secretKey", secretKey)
                            .put("pid", pid)
                            .put("lake", lake)
                            .end()
                            .finish());
            Files.move(written, home.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /** Leaves a file alone that another engine has written since. */
    public void removeFrom(Path home) throws IOException {
        if (read(home).filter(this::equals).isPresent()) {
            Files.deleteIfExists(home.resolve(NAME));
        }
    }

    /** Whether the process that wrote it still exists; it may have been killed without a chance to remove it. */
    public boolean isAlive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /**
     * Whether who listens at the endpoint knows the secret, and so is who wrote this: a process number and a port may be
     * another's by now. Asked once, before anything else is sent there.
     */
    public boolean isProven() {
        return EngineChallenge.isMetBy(this);
    }

    @Override
    public String toString() {
        return "EngineFile[" + endpoint + ", " + accessKey + ", pid " + pid + ", " + lake + "]";
    }
}
