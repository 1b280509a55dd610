package io.duckboard.lake.tables;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.journal.Parallel;
import io.duckboard.engine.discovery.ColumnValues;
import io.duckboard.engine.discovery.MetadataSql;
import io.duckboard.engine.discovery.ParquetMetadata;
import io.duckboard.engine.discovery.UnreadableFileException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The metadata of a lake's Parquet files, read by a DuckDB in this process. A lake on S3 transfers the ends of files
 * alone: DuckDB reads a file of this machine that has nothing but the footer.
 */
final class LakeParquet implements ParquetMetadata, AutoCloseable {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    /** The footer's length and the magic bytes, after the footer. */
    private static final int END = 8;

    /** Most footers are smaller, and S3 takes as long for one byte. */
    private static final int FIRST_LOOK = 64 * 1024;

    private final OpenLake lake;
    private @Nullable Connection duckdb;
    private @Nullable Path scratch;

    LakeParquet(OpenLake lake) {
        this.lake = lake;
    }

    @Override
    public byte[] end(Catalog.File file, int bytes) throws IOException {
        return lake.end(file, bytes);
    }

    @Override
    public List<Catalog.Field> columns(Catalog.File file) throws IOException {
        Path readable = readable(file);
        try {
            return new MetadataSql(duckdb()).columns(readable.toString());
        } catch (SQLException e) {
            throw new UnreadableFileException(reason(e, readable, file), e);
        }
    }

    /** A file that cannot be read says nothing about its values. */
    @Override
    public ColumnValues values(Collection<Catalog.File> files, String column) throws IOException {
        try {
            List<String> readable = Parallel.run(files.stream()
                    .<Callable<String>>map(file -> () -> readable(file).toString())
                    .toList());
            return new MetadataSql(duckdb()).values(readable, column);
        } catch (SQLException | AccessDeniedException | NoSuchFileException | UnreadableFileException e) {
            return new ColumnValues(false, Optional.empty(), Optional.empty());
        }
    }

    /** Where DuckDB reads the metadata of a file. It caches what it reads by name, so no name is used twice. */
    private Path readable(Catalog.File file) throws IOException {
        Optional<Path> local = lake.local(file);
        return local.isPresent()
                ? local.get()
                : Files.write(scratch().resolve(UUID.randomUUID() + ".parquet"), footer(file));
    }

    private byte[] footer(Catalog.File file) throws IOException {
        byte[] end = lake.end(file, FIRST_LOOK);
        if (end.length < END) {
            throw new UnreadableFileException("It has changed in the meantime.", new EOFException());
        }
        long length = Integer.toUnsignedLong(
                        ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN).getInt(end.length - END))
                + END;
        byte[] footer = length <= end.length ? end : lake.end(file, Math.toIntExact(length));
        if (length > footer.length) {
            throw new UnreadableFileException("It has changed in the meantime.", new EOFException());
        }
        return ByteBuffer.allocate(MAGIC.length + (int) length)
                .put(MAGIC)
                .put(footer, footer.length - (int) length, (int) length)
                .array();
    }

    private static String reason(SQLException e, Path readable, Catalog.File file) {
        String message = String.valueOf(e.getMessage())
                .replaceFirst("(?s)^Invalid Input Error: Attempting to execute .*?\n?Error: ", "")
                .replace(readable.toString(), file.path())
                .lines()
                .findFirst()
                .orElse("it gives no reason");
        return "DuckDB cannot read it: " + message + (message.endsWith(".") ? "" : ".");
    }

    private synchronized Connection duckdb() throws SQLException {
        if (duckdb == null) {
            duckdb = DriverManager.getConnection("jdbc:duckdb:");
        }
        return duckdb;
    }

    private synchronized Path scratch() throws IOException {
        if (scratch == null) {
            scratch = Files.createTempDirectory("duckboard");
        }
        return scratch;
    }

    @Override
    public synchronized void close() throws IOException {
        if (duckdb != null) {
            try {
                duckdb.close();
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }
        FileSystemUtils.deleteRecursively(scratch);
    }
}
