package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.CatalogJson;
import io.duckboard.engine.catalog.Discovery;
import io.duckboard.engine.catalog.NewerFormatException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/**
 * A catalog as it was at one moment; a query reads one snapshot and no other.
 *
 * @param version changes with every publish
 */
public record Snapshot(Catalog catalog, String version) {

    /** What an engine knows before it has looked. */
    public static final Snapshot EMPTY = new Snapshot(new Catalog(List.of()), "");

    /**
     * What catalog.json says.
     *
     * @throws LakeException if it is damaged
     */
    static Snapshot published(String json, Snapshot known) throws LakeException {
        String version = digest(json);
        return version.equals(known.version()) ? known : new Snapshot(catalog(json), version);
    }

    /** What the files of a lake without catalog.json look like. */
    static Snapshot discovered(Collection<String> paths, Snapshot known) {
        String version = "discovered-" + digest(String.join("\n", paths));
        return version.equals(known.version()) ? known : new Snapshot(Discovery.catalog(paths), version);
    }

    static Catalog catalog(String json) throws LakeException {
        try {
            return CatalogJson.read(json.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw damaged(e);
        }
    }

    /** @param cause as {@link CatalogJson} says it */
    static LakeException damaged(IllegalArgumentException cause) {
        String message = "The lake's " + cause.getMessage() + ".";
        return cause instanceof NewerFormatException
                ? LakeException.unavailable(message, NewerFormatException.HINT, cause)
                : LakeException.unavailable(
                        message, "Put the last good catalog.json back, or load the lake anew.", cause);
    }

    private static String digest(String text) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
