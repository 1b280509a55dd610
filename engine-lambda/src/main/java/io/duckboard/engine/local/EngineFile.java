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
 * Records where to find a running LocalLambda: `engine.json` in DUCKBOARD_HOME, which only its owner can read.
 *
 * @param pid of the process that LocalLambda runs in
 * @param lake of the engine, as {@link LakeLocation} writes it; empty if an older engine wrote the file
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
     * @return empty if there is no file
     * @throws IOException if the file cannot be read or belongs to another user
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

    /** Replaces an existing file atomically, so that no reader sees half of it. */
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

    /** Does not remove a file that another engine has written since. */
    public void removeFrom(Path home) throws IOException {
        if (read(home).filter(this::equals).isPresent()) {
            Files.deleteIfExists(home.resolve(NAME));
        }
    }

    /**
     * Whether the process that wrote the file still exists. It may have been killed before it could remove the file.
     */
    public boolean isAlive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /**
     * Whether the listener at the endpoint knows the secret, which proves that it wrote this file. The process id and
     * the port may belong to another process by now. Called once, before anything else is sent there.
     */
    public boolean isProven() {
        return EngineChallenge.isMetBy(this);
    }

    @Override
    public String toString() {
        return "EngineFile[" + endpoint + ", " + accessKey + ", pid " + pid + ", " + lake + "]";
    }
}
