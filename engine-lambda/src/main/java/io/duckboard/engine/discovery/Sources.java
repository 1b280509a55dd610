package io.duckboard.engine.discovery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Decides which files are one table. */
final class Sources {

    /** Folders of the article and of Duckboard's own in which each file is a table. */
    private static final Set<String> OF_TABLES = Set.of("", "dashboard", "dataset", "reference");

    private Sources() {}

    /** @param files of the whole lake */
    static List<Source> of(Collection<DataFile> files) {
        Map<String, List<DataFile>> folders = new TreeMap<>();
        files.forEach(file -> folders.computeIfAbsent(file.partition().folder(), folder -> new ArrayList<>())
                .add(file));
        var sources = new ArrayList<Source>();
        folders.forEach((folder, inside) ->
                sources.addAll(OF_TABLES.contains(folder) ? tables(folder, inside) : parts(folder, inside)));
        return sources;
    }

    /** A table for each file, unless their names say that they are parts of one. */
    private static List<Source> tables(String folder, List<DataFile> files) {
        Map<String, List<DataFile>> stems = new LinkedHashMap<>();
        for (DataFile file : files) {
            PartName name = PartName.of(file.name());
            String stem = isPartOfFolder(file, name) ? "" : name.isPart() ? "part " + name.stem() : file.name();
            stems.computeIfAbsent(stem, any -> new ArrayList<>()).add(file);
        }
        return stems.entrySet().stream()
                .map(stem -> new Source(
                        folder, stem.getKey().isEmpty() ? "" : Cluster.stem(stem.getValue()), stem.getValue()))
                .toList();
    }

    private static boolean isPartOfFolder(DataFile file, PartName name) {
        return !file.partition().keys().isEmpty()
                || (name.isPart() && name.stem().isEmpty());
    }

    /** One table, unless the columns of the files show that they have nothing to do with each other. */
    private static List<Source> parts(String folder, List<DataFile> files) {
        List<Cluster> clusters = Cluster.of(files);
        return clusters.stream()
                .map(cluster -> new Source(
                        folder,
                        clusters.size() == 1 || cluster.isOfFolder() ? "" : Cluster.stem(cluster.files()),
                        cluster.files()))
                .toList();
    }
}
