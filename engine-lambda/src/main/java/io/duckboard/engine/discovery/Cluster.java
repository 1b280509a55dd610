package io.duckboard.engine.discovery;

import io.duckboard.engine.sql.type.ColumnType;
import io.duckboard.engine.sql.type.UnitedType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Files side by side that are one table by their names or by their columns. */
final class Cluster {

    private final List<DataFile> files;
    private final Map<String, Set<ColumnType>> columns;
    private boolean ofFolder;

    private Cluster(List<DataFile> files, Map<String, Set<ColumnType>> columns, boolean ofFolder) {
        this.files = files;
        this.columns = columns;
        this.ofFolder = ofFolder;
    }

    /**
     * Puts files together whose names say that they are parts of one table. Others join those that have all their
     * columns. A file that could join several such groups stays apart, since it would make one of them.
     */
    static List<Cluster> of(Collection<DataFile> files) {
        Map<Object, List<DataFile>> alike = new LinkedHashMap<>();
        for (DataFile file : files) {
            alike.computeIfAbsent(key(file), any -> new ArrayList<>()).add(file);
        }
        var clusters = new ArrayList<Cluster>();
        alike.entrySet().stream()
                .map(group -> of(group.getValue(), group.getKey().equals("")))
                .sorted(Comparator.comparingInt((Cluster cluster) -> cluster.columns.size())
                        .reversed())
                .forEach(cluster -> cluster.joinOneOf(clusters));
        return clusters;
    }

    private static Object key(DataFile file) {
        if (!file.partition().keys().isEmpty()) {
            return "";
        }
        PartName name = PartName.of(file.name());
        return name.isPart() ? name.stem() : file.columns();
    }

    private static Cluster of(List<DataFile> files, boolean ofFolder) {
        Map<String, Set<ColumnType>> columns = new HashMap<>();
        files.stream()
                .map(DataFile::columns)
                .distinct()
                .forEach(all -> all.forEach(column -> columns.computeIfAbsent(
                                column.name().toLowerCase(Locale.ROOT), name -> new HashSet<>())
                        .add(ColumnType.parse(column.type()))));
        return new Cluster(new ArrayList<>(files), columns, ofFolder);
    }

    /** The files, in the order of their paths. */
    List<DataFile> files() {
        return files.stream()
                .sorted(Comparator.comparing(file -> file.file().path()))
                .toList();
    }

    /** Whether it has partitions, or parts whose names say nothing but that: then it is what the folder is. */
    boolean isOfFolder() {
        return ofFolder;
    }

    /** What the names of files have in common, or the first name. */
    static String stem(List<DataFile> files) {
        PartName first = PartName.of(files.getFirst().name());
        boolean common = files.size() > 1
                && first.isPart()
                && files.stream().allMatch(file -> PartName.of(file.name()).equals(first));
        return common ? first.stem() : files.getFirst().name();
    }

    private void joinOneOf(List<Cluster> clusters) {
        List<Cluster> fitting =
                clusters.stream().filter(cluster -> cluster.hasAllOf(this)).toList();
        if (fitting.size() == 1) {
            fitting.getFirst().files.addAll(files);
            fitting.getFirst().ofFolder |= ofFolder;
        } else {
            clusters.add(this);
        }
    }

    private boolean hasAllOf(Cluster other) {
        return !other.columns.isEmpty()
                && columns.keySet().containsAll(other.columns.keySet())
                && other.columns.keySet().stream().allMatch(name -> unite(name, other));
    }

    private boolean unite(String column, Cluster other) {
        var types = new ArrayList<ColumnType>(columns.getOrDefault(column, Set.of()));
        types.addAll(other.columns.getOrDefault(column, Set.of()));
        return switch (UnitedType.of(types)) {
            case UnitedType.To any -> true;
            case UnitedType.IfIntegersFit any -> true;
            case UnitedType.IfTimesFit any -> true;
            case UnitedType.AsText any -> false;
            case UnitedType.Conflict any -> false;
        };
    }
}
