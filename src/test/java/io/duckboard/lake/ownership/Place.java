package io.duckboard.lake.ownership;

import io.duckboard.engine.catalog.LakeLocation;
import java.util.Set;
import java.util.SortedMap;

/** A folder or a part of a bucket, as others see it. */
interface Place {

    LakeLocation location();

    void put(ForeignFile file);

    byte[] read(String path);

    /** What tells one state of a file from another, by its path. */
    SortedMap<String, String> files();

    /** All folders, where there are such. */
    Set<String> folders();

    /** What writing leaves for a moment at least: more of it the more was written. */
    Set<String> traces();

    /** Whether what lies there ends by rules of the place's own. */
    boolean expires(String path);
}
