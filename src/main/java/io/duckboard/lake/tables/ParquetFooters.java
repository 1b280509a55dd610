package io.duckboard.lake.tables;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.lake.store.FolderFailures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;

/**
 * Reads the metadata of Parquet files from their last bytes only, so that a lake on S3 transfers kilobytes instead of
 * its data. DuckDB reads the metadata from a file of this machine that contains only the footer.
 */
final class ParquetFooters {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    /** The footer's length and the magic bytes, after the footer. */
    private static final int END = 8;

    /** Most footers are smaller, and S3 takes as long for one byte. */
    private static final int FIRST_LOOK = 64 * 1024;

    private final OpenLake lake;
    private final FilesDuckDb duckdb;

    ParquetFooters(OpenLake lake, FilesDuckDb duckdb) {
        this.lake = lake;
        this.duckdb = duckdb;
    }

    /**
     * Several threads may call this at a time; only DuckDB's part runs for one file after the other.
     *
     * @throws FailureException if the file is not a Parquet file
     */
    ParquetFile read(Catalog.File file) {
        byte[] footer = footer(file);
        synchronized (duckdb) {
            // DuckDB caches what it reads by a file's name and time, and two files can have the same time.
            Path copy = duckdb.scratch(UUID.randomUUID() + ".parquet");
            try {
                Files.write(copy, footer);
                return new ParquetFile(file, duckdb.parquetRows(copy), duckdb.columns(Reader.PARQUET.of(copy)));
            } catch (FailureException e) {
                throw none(file);
            } catch (IOException e) {
                throw FolderFailures.of(copy, e);
            }
        }
    }

    private byte[] footer(Catalog.File file) {
        byte[] end = file.bytes() < MAGIC.length + END ? new byte[END] : lake.tail(file, FIRST_LOOK);
        ByteBuffer last = ByteBuffer.wrap(end, end.length - END, END).order(ByteOrder.LITTLE_ENDIAN);
        long length = Integer.toUnsignedLong(last.getInt()) + END;
        byte[] magic = Arrays.copyOfRange(end, end.length - MAGIC.length, end.length);
        if (!Arrays.equals(magic, MAGIC) || length > file.bytes() - MAGIC.length) {
            throw none(file);
        }
        byte[] footer = length <= end.length ? end : lake.tail(file, (int) length);
        return ByteBuffer.allocate(MAGIC.length + (int) length)
                .put(MAGIC)
                .put(footer, footer.length - (int) length, (int) length)
                .array();
    }

    private static FailureException none(Catalog.File file) {
        return new FailureException(
                file.path() + " is no Parquet file, or not a whole one.",
                "Remove it from the lake, or put a whole file in its place.");
    }
}
