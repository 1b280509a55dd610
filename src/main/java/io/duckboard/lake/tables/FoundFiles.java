package io.duckboard.lake.tables;

import io.duckboard.engine.catalog.Catalog.File;
import io.duckboard.engine.catalog.Catalog.LeftOut;
import io.duckboard.engine.discovery.DataFile;
import io.duckboard.engine.discovery.Discovery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What is known about the files of a lake, once those that are new or have changed have been read. */
final class FoundFiles {

    private final Set<File> appeared;
    private final Map<File, DataFile> files;
    private final List<DataFile> candidates;
    private final List<LeftOut> leftOut;
    private final List<LeftOut> folders;
    private final Map<String, LeftOut> reasons = new HashMap<>();

    private FoundFiles(
            Set<File> appeared, Map<File, DataFile> files, List<DataFile> candidates, Collection<LeftOut> leftOut) {
        this.appeared = appeared;
        this.files = files;
        this.candidates = candidates;
        this.leftOut = List.copyOf(leftOut);
        this.folders = leftOut.stream().filter(out -> out.path().endsWith("/")).toList();
        leftOut.forEach(out -> reasons.put(out.path(), out));
    }

    /** @throws IOException if the store cannot be read */
    static FoundFiles in(LakeListing listing, Collection<KnownTable> tables, News news, Discovery discovery)
            throws IOException {
        Set<File> appeared = new LinkedHashSet<>();
        listing.listing().files().stream().filter(news::isNew).forEach(appeared::add);
        Set<File> looked = new LinkedHashSet<>(appeared);
        Map<File, DataFile> files = new HashMap<>();
        Set<File> ofGrowing = new HashSet<>();
        for (KnownTable table : tables) {
            looked.addAll(table.toRead());
            if (table.canGrow() || table.isChanged()) {
                table.described().forEach(file -> files.put(file.file(), file));
            }
            if (table.canGrow()) {
                ofGrowing.addAll(table.files());
                looked.addAll(table.files());
                table.lacking().forEach(looked::remove);
            }
        }
        Discovery.DataFiles read = discovery.read(looked, files.values());
        read.data().forEach(file -> files.put(file.file(), file));
        List<DataFile> candidates = new ArrayList<>();
        read.data().stream()
                .filter(file -> appeared.contains(file.file()) || ofGrowing.contains(file.file()))
                .forEach(candidates::add);
        tables.stream()
                .filter(KnownTable::canGrow)
                .flatMap(table -> table.lacking().stream())
                .flatMap(file -> Optional.ofNullable(files.get(file)).stream())
                .forEach(candidates::add);
        return new FoundFiles(appeared, files, candidates, read.leftOut());
    }

    boolean isNew(DataFile file) {
        return appeared.contains(file.file());
    }

    /** Files that may be a new table, or may be joined by others. */
    List<DataFile> candidates() {
        return candidates;
    }

    /** What is in no table, since it cannot be read. */
    List<LeftOut> leftOut(Collection<KnownTable> tables) {
        Set<String> known = new HashSet<>();
        tables.forEach(table -> table.toRead().forEach(file -> known.add(file.path())));
        return leftOut.stream().filter(out -> !known.contains(out.path())).toList();
    }

    /** The folder of another format that has all files of a table. */
    Optional<LeftOut> refused(KnownTable table) {
        return table.table().isBuilt() || table.files().isEmpty()
                ? Optional.empty()
                : folders.stream()
                        .filter(out -> table.files().stream().allMatch(file -> isIn(out.path(), file)))
                        .findFirst();
    }

    private static boolean isIn(String folder, File file) {
        return folder.equals("/") || file.path().startsWith(folder);
    }

    /** Why a table cannot be read again; empty if it can. */
    Optional<String> unreadable(KnownTable table) {
        return table.files().stream()
                .filter(file -> !files.containsKey(file))
                .findFirst()
                .map(file -> Optional.ofNullable(reasons.get(file.path()))
                        .map(out -> file.path() + " cannot be read. " + out.reason() + " " + out.todo())
                        .orElse(file.path() + " lies in a folder in which no table is looked for."));
    }

    /** The files of a table that can be read. */
    List<DataFile> of(KnownTable table) {
        return table.files().stream()
                .map(file -> Objects.requireNonNull(files.get(file)))
                .toList();
    }
}
