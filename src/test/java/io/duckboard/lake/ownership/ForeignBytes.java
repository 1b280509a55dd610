package io.duckboard.lake.ownership;

import io.duckboard.engine.testing.DuckDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.SdkBytes;

/** The content of others' files: tables, and bytes that look like a table or like nothing known. */
final class ForeignBytes {

    /** Parquet files of a few rows. They are made only once, since each needs a DuckDB. */
    private static final List<SdkBytes> TABLES =
            IntStream.rangeClosed(1, 4).mapToObj(ForeignBytes::table).toList();

    private ForeignBytes() {}

    /** Returns content for a file of this name; sometimes it is empty, cut off or noise. */
    static SdkBytes of(String path, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> SdkBytes.fromByteArray(new byte[0]);
            case 1 -> noise(random);
            default -> path.endsWith(".parquet") ? table(random) : text(random);
        };
    }

    static SdkBytes table(Random random) {
        return TABLES.get(random.nextInt(TABLES.size()));
    }

    private static SdkBytes text(Random random) {
        return SdkBytes.fromUtf8String("n,über\n" + random.nextInt() + ",ja\n");
    }

    private static SdkBytes noise(Random random) {
        byte[] noise = new byte[random.nextInt(1, 200)];
        random.nextBytes(noise);
        return SdkBytes.fromByteArray(noise);
    }

    private static SdkBytes table(int rows) {
        try {
            Path file = Files.createTempFile("foreign", ".parquet");
            DuckDb.run("COPY (SELECT range AS n, 'theirs' AS who FROM range(" + rows + ")) TO '" + file + "'");
            SdkBytes bytes = SdkBytes.fromByteArray(Files.readAllBytes(file));
            Files.delete(file);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
