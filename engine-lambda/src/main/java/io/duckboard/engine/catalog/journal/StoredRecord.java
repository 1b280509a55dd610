package io.duckboard.engine.catalog.journal;

/**
 * A record and the file it is stored in.
 *
 * @param path below the lake
 * @param text as it is stored
 */
public record StoredRecord(String path, String text, JournalRecord record) {}
