package io.duckboard.sqlpage.saved;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Exports saved queries as files: one query as {@code .sql}, all of them as a zip archive with their folders. */
public final class SqlArchive {

    private SqlArchive() {}

    /** Returns a file name for a query that is valid on any system. */
    public static String fileName(SavedQuery query) {
        return part(query.name()) + ".sql";
    }

    /** @throws IOException if the archive cannot be written */
    public static void write(List<SavedQuery> queries, OutputStream out) throws IOException {
        Set<String> taken = new HashSet<>();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (SavedQuery query : queries) {
                var entry = new ZipEntry(untaken(query, taken));
                entry.setLastModifiedTime(FileTime.from(query.savedAt()));
                zip.putNextEntry(entry);
                zip.write(query.sql().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    /** Two names may differ only in characters that file systems do not take. */
    private static String untaken(SavedQuery query, Set<String> taken) {
        String folders = Stream.of(query.folder().split("/"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> part(folder) + "/")
                .collect(Collectors.joining());
        String path = folders + part(query.name());
        String free = path;
        for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
            free = path + " (" + number + ")";
        }
        return free + ".sql";
    }

    /**
     * Replaces what Windows does not take in a name, and a dot at the end, which only Windows reads as something else.
     */
    private static String part(String name) {
        return name.replaceAll("[<>:\"|?*]|\\.$", "_");
    }
}
