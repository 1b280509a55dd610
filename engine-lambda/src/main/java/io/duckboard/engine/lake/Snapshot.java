package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.CatalogJson;
import io.duckboard.engine.catalog.NewerFormatException;
import io.duckboard.engine.catalog.journal.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A catalog as it was at one moment. A query reads exactly one snapshot.
 *
 * @param version changes with every publish
 */
public record Snapshot(Catalog catalog, String version) {

    /** The state of an engine that has not looked yet. */
    public static final Snapshot EMPTY = new Snapshot(new Catalog(List.of()), "");

    private static final int DIGITS = 16;

    /**
     * The content of catalog.json.
     *
     * @throws LakeException if the catalog is damaged
     */
    static Snapshot published(String json, Snapshot known) throws LakeException {
        String version = digest(json);
        return version.equals(known.version()) ? known : new Snapshot(catalog(json), version);
    }

    static Catalog catalog(String json) throws LakeException {
        try {
            return CatalogJson.read(json.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw damaged(e);
        }
    }

    /** @param cause from {@link CatalogJson} */
    static LakeException damaged(IllegalArgumentException cause) {
        String message = "The lake's " + cause.getMessage() + ".";
        return cause instanceof NewerFormatException
                ? LakeException.unavailable(message, NewerFormatException.HINT, cause)
                : LakeException.unavailable(
                        message, "Put the last good catalog.json back, or load the lake anew.", cause);
    }

    /** A short digest of a text. */
    public static String digest(String text) {
        return Sha256.of(text).substring(0, DIGITS);
    }
}
