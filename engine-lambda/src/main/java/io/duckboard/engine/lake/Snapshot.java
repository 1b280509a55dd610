package io.duckboard.engine.lake;

import io.duckboard.engine.protocol.Catalog;
import java.util.List;

/**
 * A catalog as it was at one moment; a query reads one snapshot and no other.
 *
 * @param version changes with every publish; empty where the lake has no catalog
 */
public record Snapshot(Catalog catalog, String version) {

    public static final Snapshot EMPTY = new Snapshot(new Catalog(List.of()), "");
}
