package io.duckboard.engine.catalog.store;

import java.time.Instant;

/** The content of a small file. */
public final class StoredFile {

    private final byte[] content;
    private final String version;
    private final Instant at;

    /**
     * @param version the ETag on S3, without quotes; in a folder the content's digest
     * @param at when it was last written, by the store's clock
     */
    public StoredFile(byte[] content, String version, Instant at) {
        this.content = content.clone();
        this.version = version;
        this.at = at;
    }

    public byte[] content() {
        return content.clone();
    }

    public String version() {
        return version;
    }

    public Instant at() {
        return at;
    }
}
