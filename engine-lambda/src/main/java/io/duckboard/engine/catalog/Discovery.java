package io.duckboard.engine.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Finds the tables of a lake that has no catalog.json by looking at its Parquet files. Each file at the top or one
 * folder below is a table. So is each folder at those levels whose files lie in hive partitions
 * ({@code trips/date=2019-04-01/…}). A table is named after its file or folder; if two would have the same name, the
 * name of their folder is put in front.
 */
public final class Discovery {

    private static final String PARQUET = ".parquet";
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}");

    private Discovery() {}

    /** @param paths below the lake */
    public static Catalog catalog(Collection<String> paths) {
        return catalog(paths, List.of());
    }

    /** @param taken names that other tables have */
    public static Catalog catalog(Collection<String> paths, Collection<String> taken) {
        SortedMap<String, List<String>> sources = new TreeMap<>();
        for (String path : paths) {
            String source = source(path);
            if (!source.isEmpty()) {
                sources.computeIfAbsent(source, name -> new ArrayList<>()).add(path);
            }
        }
        var named = new LinkedHashMap<String, String>();
        var names = new TreeMap<String, Integer>();
        taken.forEach(name -> names.put(name.toLowerCase(Locale.ROOT), 1));
        sources.keySet().forEach(source -> names.merge(identifier(last(source)), 1, Integer::sum));
        for (String source : sources.keySet()) {
            String name = identifier(last(source));
            String whole = names.getOrDefault(name, 0) > 1 ? identifier(source) : name;
            if (!taken.contains(whole)) {
                named.putIfAbsent(whole, source);
            }
        }
        return new Catalog(named.entrySet().stream()
                .map(table -> table(table.getKey(), sources.getOrDefault(table.getValue(), List.of())))
                .toList());
    }

    /** The file or the hive folder that makes a table; empty if the path belongs to none. */
    public static String source(String path) {
        List<String> segments = List.of(path.split("/", -1));
        return segments.stream().noneMatch(LakeLayout::isHidden) && Catalog.File.isPath(path) ? source(segments) : "";
    }

    private static String source(List<String> segments) {
        if (!last(segments).endsWith(PARQUET)) {
            return "";
        }
        int folders = 0;
        while (!segments.get(folders).contains("=") && folders < segments.size() - 1) {
            folders++;
        }
        boolean partitioned = folders < segments.size() - 1
                && segments.subList(folders, segments.size() - 1).stream().allMatch(part -> part.contains("="));
        if (partitioned && folders > 0 && folders <= 2) {
            return String.join("/", segments.subList(0, folders));
        }
        return segments.size() <= 2 && folders == segments.size() - 1 ? String.join("/", segments) : "";
    }

    private static Catalog.Table table(String name, List<String> paths) {
        Map<String, String> types = new LinkedHashMap<>();
        for (String path : paths) {
            for (String part : path.substring(0, path.lastIndexOf('/') + 1).split("/", -1)) {
                int equals = part.indexOf('=');
                if (equals > 0) {
                    types.merge(part.substring(0, equals), type(part.substring(equals + 1)), Discovery::common);
                }
            }
        }
        return new Catalog.Table(
                name,
                Catalog.Kind.DATASET,
                paths.stream()
                        .sorted()
                        .map(path -> new Catalog.File(path, 0, ""))
                        .toList(),
                List.copyOf(types.keySet()),
                types.entrySet().stream()
                        .map(column -> new Catalog.Field(column.getKey(), column.getValue(), ""))
                        .toList(),
                0,
                Instant.EPOCH,
                List.of());
    }

    private static String common(String one, String other) {
        return one.equals(other) ? one : "VARCHAR";
    }

    private static String type(String value) {
        if (INTEGER.matcher(value).matches()) {
            return "BIGINT";
        }
        try {
            LocalDate.parse(value);
            return "DATE";
        } catch (DateTimeParseException e) {
            return "VARCHAR";
        }
    }

    private static String identifier(String source) {
        String stem = source.endsWith(PARQUET) ? source.substring(0, source.length() - PARQUET.length()) : source;
        String name = stem.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "_");
        String whole = name.isEmpty() || Character.isDigit(name.charAt(0)) ? "_" + name : name;
        return whole.substring(0, Math.min(whole.length(), 63));
    }

    private static String last(String source) {
        return source.substring(source.lastIndexOf('/') + 1);
    }

    private static String last(List<String> segments) {
        return segments.get(segments.size() - 1);
    }
}
