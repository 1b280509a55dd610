package io.duckboard.lake.source;

import java.util.List;

/**
 * Files, read as one table.
 *
 * @param select all rows
 * @param rows how many there are, not counted by DuckDB's readers
 * @param found what was found in each file
 * @param keysInFiles keys of folders that are columns of files too: the folders' values are taken
 * @param badLines writes the lines that do not fit to where the user wants them, if there are any
 * @param withoutBadLines removes what that has written, if the table is not added after all
 */
public record SourceTable(
        String select,
        long rows,
        List<Found> found,
        List<String> keysInFiles,
        Runnable badLines,
        Runnable withoutBadLines) {}
