package io.duckboard.lake.ownership;

import io.duckboard.engine.catalog.LakeLocation;
import java.util.Set;
import java.util.SortedMap;

/** A folder or a part of a bucket, as others see it. */
interface Place {

    LakeLocation location();

    void put(ForeignFile file);

    byte[] read(String path);

    /** Returns the state of each file by its path, such that a changed file has a different state. */
    SortedMap<String, String> files();

    /** Returns all folders, if the place has folders. */
    Set<String> folders();

    /** Returns what writing leaves behind at least for a moment. The more is written, the more there is. */
    Set<String> traces();

    /** Whether rules of the place itself expire this path. */
    boolean expires(String path);
}
