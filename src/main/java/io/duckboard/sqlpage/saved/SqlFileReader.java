package io.duckboard.sqlpage.saved;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Reads a file of SQL, or a zip archive of folders with such files. It writes nothing to a disk. */
public final class SqlFileReader {

    private static final String SQL = ".sql";

    /**
     * The limit holds whatever size an archive states: ten of the largest files, or twenty thousand of the usual ones.
     */
    private static final int MOST_BYTES = 40_000_000;

    /** This counts the entries that are not SQL as well. */
    private static final int MOST_ENTRIES = 10_000;

    private SqlFileReader() {}

    /** @throws IOException if the content cannot be read because the transfer fails */
    public static SqlImport read(String fileName, InputStream content) throws IOException {
        String name = fileName.substring(1 + Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')));
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".zip")) {
            return archive(content);
        }
        if (!lower.endsWith(SQL)) {
            return new SqlImport.Refused("“" + name + "” is no .sql file and no .zip of them.");
        }
        var found = new Findings();
        found.take(name, content.readNBytes(MOST_BYTES));
        return found.files.isEmpty() ? new SqlImport.Refused(found.leftOut.getFirst()) : found.read();
    }

    private static SqlImport archive(InputStream content) throws IOException {
        var found = new Findings();
        int room = MOST_BYTES;
        int entries = 0;
        try (var zip = new ZipInputStream(content, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                // Skipping an entry would unpack it too, so entries that are not SQL count as well.
                byte[] bytes = zip.readNBytes(room);
                room -= bytes.length;
                entries++;
                if (room == 0 || entries > MOST_ENTRIES) {
                    return new SqlImport.Refused("That archive is too large: it may have " + MOST_ENTRIES
                            + " entries and unpack to " + MOST_BYTES / 1_000_000 + " MB.");
                }
                if (isSql(entry)) {
                    found.take(entry.getName(), bytes);
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            return new SqlImport.Refused("That archive cannot be read: " + e.getMessage() + ".");
        }
        return found.files.isEmpty() && found.leftOut.isEmpty()
                ? new SqlImport.Refused("There is no .sql file in that archive.")
                : found.read();
    }

    /** Excludes the files that macOS puts beside each file. */
    private static boolean isSql(ZipEntry entry) {
        String name = entry.getName();
        return !entry.isDirectory()
                && name.toLowerCase(Locale.ROOT).endsWith(SQL)
                && !name.startsWith("__MACOSX/")
                && !name.substring(name.lastIndexOf('/') + 1).startsWith("._");
    }

    /** Collects the files that were good, and the names of those that were not. */
    private static final class Findings {

        private final List<SqlFile> files = new ArrayList<>();
        private final List<String> leftOut = new ArrayList<>();

        void take(String path, byte[] bytes) {
            int slash = path.lastIndexOf('/');
            String folder = path.substring(0, Math.max(slash, 0));
            String name = path.substring(slash + 1, path.length() - SQL.length());
            Optional<String> objection =
                    slash == 0 ? Optional.of("Its path begins with a slash.") : SavedName.objection(folder, name);
            if (objection.isPresent()) {
                leftOut.add("“" + path + "”: " + objection.get());
                return;
            }
            text(bytes)
                    .ifPresentOrElse(
                            text -> files.add(new SqlFile(new SavedName(folder, name), text)),
                            () -> leftOut.add("“" + path + "”: It is no text in UTF-8 of up to " + SavedQueries.MOST_SQL
                                    + " characters."));
        }

        SqlImport read() {
            return new SqlImport.Read(files, leftOut);
        }

        private static Optional<String> text(byte[] bytes) {
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                // Some editors on Windows put a byte order mark in front.
                String sql = text.startsWith("\ufeff") ? text.substring(1) : text;
                return Optional.of(sql).filter(fit -> fit.length() <= SavedQueries.MOST_SQL && fit.indexOf('\0') < 0);
            } catch (CharacterCodingException e) {
                return Optional.empty();
            }
        }
    }
}
