package io.duckboard.lake.source;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.lake.store.FolderFailures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Tells what a file is: by its first bytes if they say it, else by the end of its name.
 *
 * @param allText whether every other file is text, since the user said how to read it
 */
record FileKinds(boolean allText) {

    private static final int LOOK = 8;

    private static final String HINT =
            "Let it end in .parquet, .csv, .tsv, .json, .jsonl or .xlsx, and .gz or .zst behind; or say --delimiter"
                    + " for text.";

    /**
     * @param called what the file is called, which may say its kind
     * @throws FailureException if it is nothing that can be a table
     */
    SourceFile file(String name, String called, Path path, Map<String, Optional<String>> keys) {
        return FolderFailures.translating(path, () -> {
            String packed = begin(Compression.NONE, path);
            Compression compression = packed.startsWith("\u001f\u008b")
                    ? Compression.GZIP
                    : packed.startsWith("(\u00b5/\u00fd") ? Compression.ZSTD : Compression.NONE;
            String begin = compression == Compression.NONE ? packed : begin(compression, path);
            FileKind kind = byBytes(name, path, begin).orElseGet(() -> byName(name, called));
            if (compression != Compression.NONE && (kind == FileKind.PARQUET || kind == FileKind.SPREADSHEET)) {
                throw new FailureException(
                        name + " is a packed file of " + kind.title() + ", which have to be read from their ends.",
                        "Unpack it first.");
            }
            return new SourceFile(name, path, kind, compression, keys);
        });
    }

    private static String begin(Compression compression, Path path) throws IOException {
        try (InputStream in = compression.open(path)) {
            return new String(in.readNBytes(LOOK), StandardCharsets.ISO_8859_1);
        }
    }

    private static Optional<FileKind> byBytes(String name, Path path, String begin) throws IOException {
        if (begin.startsWith("PAR1")) {
            return Optional.of(FileKind.PARQUET);
        }
        if (begin.startsWith("PARE")) {
            throw new FailureException(name + " is an encrypted Parquet file.", "Decrypt it first.");
        }
        if (begin.startsWith("PK\u0003\u0004")) {
            return Optional.of(zip(name, path));
        }
        if (begin.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            throw new FailureException(
                    name + " is a workbook of an older Excel (.xls), or has a password.", "Save it as .xlsx.");
        }
        if (begin.startsWith("BZh") || begin.startsWith("\u00fd7zXZ")) {
            throw new FailureException(
                    name + " is packed by " + (begin.startsWith("B") ? "bzip2" : "xz") + ".", "Unpack it first.");
        }
        return Optional.empty();
    }

    private static FileKind zip(String name, Path path) throws IOException {
        try (var zip = new ZipFile(path.toFile())) {
            if (zip.getEntry("xl/workbook.xml") != null) {
                return FileKind.SPREADSHEET;
            }
            boolean spreadsheet = zip.getEntry("xl/workbook.bin") != null
                    || (zip.getEntry("mimetype") != null && zip.getEntry("content.xml") != null);
            throw spreadsheet
                    ? new FailureException(name + " is a workbook, but no .xlsx.", "Save it as .xlsx.")
                    : new FailureException(name + " is a zip archive.", "Unpack it first.");
        } catch (ZipException e) {
            throw new FailureException(name + " is a zip archive that is broken, or not whole.", "Get it again.", e);
        }
    }

    private FileKind byName(String name, String called) {
        String lower = called.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|zst|zstd)$", "");
        if (lower.matches("(?s).*\\.(json|jsonl|ndjson|geojson)")) {
            return FileKind.JSON;
        }
        if (lower.matches("(?s).*\\.(csv|tsv|tab|psv|txt)") || allText) {
            return FileKind.TEXT;
        }
        if (lower.matches("(?s).*\\.(parquet|parq|pq)")) {
            throw new FailureException(
                    name + " cannot be read as Parquet.", "Its first bytes are not those of a Parquet file.");
        }
        if (lower.matches("(?s).*\\.xlsx?")) {
            throw new FailureException(
                    name + " cannot be read as a workbook.", "Its first bytes are not those of one.");
        }
        throw new FailureException(name + " does not say by its name what it is.", HINT);
    }
}
