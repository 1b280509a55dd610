package io.duckboard.engine.discovery;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.journal.Sha256;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;

/**
 * Reads the number of rows and a digest of the columns from the last bytes of a Parquet file. What these bytes mean is
 * DuckDB's to say, once for each schema: to compare them takes a fraction of the time that DuckDB takes to read the
 * footers of thousands of files.
 */
final class FooterReader {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ENCRYPTED = "PARE".getBytes(StandardCharsets.US_ASCII);

    /**
     * The numbers of two fields of FileMetaData in <a
     * href="https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift">parquet.thrift</a>.
     */
    private static final int SCHEMA = 2;

    private static final int ROWS = 3;

    /** The footer's length and the magic bytes, after the footer. */
    private static final int END = 8;

    /** Most footers are smaller, and S3 takes as long for one byte. */
    private static final int FIRST_LOOK = 64 * 1024;

    /** A footer of a hundred thousand columns and row groups is smaller, and the engine's heap has room for it. */
    private static final long LARGEST = 64 * 1024 * 1024;

    private static final Footer DAMAGED = new Footer.Unreadable("Its end is damaged.", true);

    private final FileEnds ends;

    FooterReader(FileEnds ends) {
        this.ends = ends;
    }

    /** @throws IOException if the store cannot be read at all */
    Footer read(Catalog.File file) throws IOException {
        try {
            return file.bytes() == 0 ? new Footer.Unreadable("It is empty.", false) : parsed(file);
        } catch (AccessDeniedException e) {
            return Footer.DENIED;
        } catch (NoSuchFileException e) {
            return new Footer.Unreadable("It is gone.", false);
        }
    }

    private Footer parsed(Catalog.File file) throws IOException {
        byte[] end = ends.end(file, (int) Math.min(FIRST_LOOK, file.bytes()));
        if (end.length < END + MAGIC.length) {
            return new Footer.Unreadable("It is no Parquet file: it has only " + file.bytes() + " bytes.", false);
        }
        byte[] magic = Arrays.copyOfRange(end, end.length - MAGIC.length, end.length);
        if (Arrays.equals(magic, ENCRYPTED)) {
            return new Footer.Unreadable("It is encrypted.", true);
        }
        if (!Arrays.equals(magic, MAGIC)) {
            return new Footer.Unreadable("It is no Parquet file, or was cut off: its end is missing.", false);
        }
        long length = Integer.toUnsignedLong(
                        ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN).getInt(end.length - END))
                + END;
        if (length > Math.min(LARGEST, file.bytes() - MAGIC.length)) {
            return DAMAGED;
        }
        byte[] whole = length <= end.length ? end : ends.end(file, (int) length);
        return parsed(ByteBuffer.wrap(whole, whole.length - (int) length, (int) length - END));
    }

    private static Footer parsed(ByteBuffer footer) {
        try {
            var metadata = new ThriftStruct(footer);
            String schema = Sha256.of(metadata.list(SCHEMA));
            long rows = metadata.number(ROWS);
            metadata.skipRest();
            return new Footer.Parquet(rows, schema);
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return DAMAGED;
        }
    }
}
