package io.duckboard.engine.discovery;

import io.duckboard.engine.catalog.Catalog.Field;
import io.duckboard.engine.catalog.Catalog.File;
import io.duckboard.engine.catalog.Catalog.LeftOut;
import io.duckboard.engine.catalog.journal.Parallel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;

/** Reads footers of files, each once as long as the file does not change. */
final class Footers {

    /** Tasks of a few files each, so that thousands of files need no thousands of tasks. */
    private static final int FILES_AT_ONCE = 16;

    private final ParquetMetadata metadata;
    private final FooterReader reader;
    private final Map<File, Footer> known = new HashMap<>();
    private final Map<String, List<Field>> schemas = new HashMap<>();

    Footers(ParquetMetadata metadata) {
        this.metadata = metadata;
        this.reader = new FooterReader(metadata);
    }

    record Read(List<DataFile> files, List<LeftOut> leftOut) {}

    /**
     * @param of files that need not be read
     * @throws IOException if the store cannot be read
     */
    Read read(Collection<File> files, Map<File, DataFile> of) throws IOException {
        known.keySet().retainAll(new HashSet<>(files));
        readUnknown(files.stream()
                .filter(file -> !known.containsKey(file) && !of.containsKey(file))
                .toList());
        var read = new ArrayList<DataFile>();
        var leftOut = new ArrayList<LeftOut>();
        var namelessFolders = new HashSet<String>();
        for (File file : files) {
            DataFile described = of.get(file);
            if (known.get(file) instanceof Footer.Parquet parquet) {
                described(file, parquet, read, leftOut);
            } else if (described != null) {
                read.add(described);
            }
        }
        read.stream()
                .filter(file -> FileKind.of(file.name()) == FileKind.NAMELESS)
                .forEach(file -> namelessFolders.add(file.partition().folder()));
        for (File file : files) {
            if (known.get(file) instanceof Footer.Unreadable unreadable && isData(file, unreadable, namelessFolders)) {
                leftOut.add(leftOut(file, unreadable.reason()));
            }
        }
        known.values().removeIf(Footer.DENIED::equals);
        return new Read(read, leftOut);
    }

    /** A file without an extension is data if its bytes say so, or if others beside it are. */
    private static boolean isData(File file, Footer.Unreadable unreadable, Set<String> namelessFolders) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        return FileKind.of(name) == FileKind.PARQUET
                || unreadable.isParquet()
                || namelessFolders.contains(Partition.of(file.path()).folder());
    }

    private void described(File file, Footer.Parquet footer, List<DataFile> read, List<LeftOut> leftOut)
            throws IOException {
        try {
            List<Field> columns = schemas.get(footer.schema());
            if (columns == null) {
                columns = metadata.columns(file);
                schemas.put(footer.schema(), columns);
            }
            read.add(new DataFile(file, Partition.of(file.path()), columns, OptionalLong.of(footer.rows())));
        } catch (UnreadableFileException e) {
            leftOut.add(leftOut(file, String.valueOf(e.getMessage())));
        }
    }

    private static LeftOut leftOut(File file, String reason) {
        return new LeftOut(file.path(), reason, "Remove it from the lake, or put a whole file in its place.");
    }

    private void readUnknown(List<File> files) throws IOException {
        var tasks = new ArrayList<Callable<Map<File, Footer>>>();
        for (int from = 0; from < files.size(); from += FILES_AT_ONCE) {
            List<File> some = files.subList(from, Math.min(files.size(), from + FILES_AT_ONCE));
            tasks.add(() -> {
                Map<File, Footer> read = new HashMap<>();
                for (File file : some) {
                    read.put(file, reader.read(file));
                }
                return read;
            });
        }
        Parallel.run(tasks).forEach(known::putAll);
    }
}
