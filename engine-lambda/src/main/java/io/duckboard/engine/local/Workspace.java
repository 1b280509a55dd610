package io.duckboard.engine.local;

import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.catalog.S3Endpoint;
import io.duckboard.engine.catalog.journal.Sha256;
import io.duckboard.engine.lake.S3Credentials;
import io.duckboard.engine.lake.S3WriteProbe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where an engine on this machine writes what it makes from a lake: into the lake, or beside it if it cannot be
 * written.
 */
public final class Workspace {

    public static final String VARIABLE = "DUCKBOARD_WORKSPACE";

    private static final int DIGITS = 8;

    private Workspace() {}

    /**
     * The place that {@code environment} names; otherwise the lake itself if it can be written, or else a folder in
     * {@code home}.
     *
     * @throws IllegalArgumentException with a sentence that says which variable is wrong
     */
    public static LakeLocation of(LakeLocation lake, Path home, Map<String, String> environment) {
        Optional<String> named = Optional.ofNullable(environment.get(VARIABLE)).filter(place -> !place.isBlank());
        if (named.isPresent()) {
            return LakeLocation.parse(named.get());
        }
        return isReadOnly(lake, environment) ? inHome(lake, home) : lake;
    }

    /** The folder's name begins with the lake's name, and distinguishes it from other lakes of that name. */
    static LakeLocation.Folder inHome(LakeLocation lake, Path home) {
        String place = lake.toString();
        String name = place.substring(place.lastIndexOf('/') + 1).replaceAll("[^\\w.-]", "_");
        return new LakeLocation.Folder(
                home.resolve("workspace").resolve(name + "-" + Sha256.of(place).substring(0, DIGITS)));
    }

    /** A missing folder is not created as a lake. Whoever queries it is told that it is missing. */
    private static boolean isReadOnly(LakeLocation lake, Map<String, String> environment) {
        return switch (lake) {
            case LakeLocation.Folder folder -> Files.isDirectory(folder.path()) && !Files.isWritable(folder.path());
            case LakeLocation.Bucket bucket ->
                S3WriteProbe.isRefused(bucket, S3Endpoint.from(environment), S3Credentials.from(environment));
        };
    }
}
