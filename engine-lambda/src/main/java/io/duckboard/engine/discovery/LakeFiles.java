package io.duckboard.engine.discovery;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.LakeLayout;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a lake by what their names say.
 *
 * @param data files that are Parquet, or may be
 * @param leftOut what cannot be a table
 */
record LakeFiles(List<Catalog.File> data, List<Catalog.LeftOut> leftOut) {

    LakeFiles {
        data = List.copyOf(data);
        leftOut = List.copyOf(leftOut);
    }

    static LakeFiles of(Collection<Catalog.File> listing) {
        Map<String, TableFormat> formats =
                TableFormat.folders(listing.stream().map(Catalog.File::path).toList());
        var data = new ArrayList<Catalog.File>();
        var leftOut = new ArrayList<Catalog.LeftOut>();
        var sources = new TreeMap<String, List<String>>();
        formats.forEach((folder, format) -> leftOut.add(ofFormat(folder, format)));
        for (Catalog.File file : listing) {
            String path = file.path();
            if (isHidden(path) || isIn(path, formats)) {
                continue;
            }
            switch (FileKind.of(last(path))) {
                case PARQUET, NAMELESS -> data.add(file);
                case COMPRESSED_PARQUET ->
                    leftOut.add(new Catalog.LeftOut(
                            path,
                            "It is a Parquet file that was compressed as a whole.",
                            "Unpack it; Parquet is compressed within."));
                case SOURCE ->
                    sources.computeIfAbsent(group(path), group -> new ArrayList<>())
                            .add(path);
                case OTHER -> {
                    // It does not look like data.
                }
            }
        }
        sources.forEach((group, paths) -> leftOut.add(offered(group, paths)));
        return new LakeFiles(data, leftOut);
    }

    private static Catalog.LeftOut ofFormat(String folder, TableFormat format) {
        return new Catalog.LeftOut(
                folder + "/",
                "It is " + format.title() + " table, and only its log says which files count.",
                "Write its rows as plain Parquet files into another folder.");
    }

    /** Files of one kind in one folder are offered together. */
    private static String group(String path) {
        return folder(path) + "*" + last(path).toLowerCase(Locale.ROOT).replaceFirst("^[^.]*(?=\\.)", "");
    }

    private static Catalog.LeftOut offered(String group, List<String> paths) {
        boolean one = paths.size() == 1;
        String name = TableNames.identifier(
                one ? last(paths.getFirst()) : last("/" + folder(group).replaceFirst("/$", "")));
        String files = one ? paths.getFirst() : group;
        return new Catalog.LeftOut(
                files,
                one ? "It is no Parquet file." : "These are " + paths.size() + " files, and no Parquet files.",
                "Make a table of " + (one ? "it" : "them") + ": duckboard lake add " + name + " '"
                        + files.replace("'", "'\\''") + "'");
    }

    /** Spark and others begin the names of what is no data with such a sign. */
    private static boolean isHidden(String path) {
        return LakeLayout.leadsToPrivate(path)
                || Stream.of(path.split("/", -1)).anyMatch(name -> name.startsWith("_") || name.startsWith("."));
    }

    private static boolean isIn(String path, Map<String, TableFormat> formats) {
        if (formats.isEmpty()) {
            return false;
        }
        for (int slash = path.lastIndexOf('/'); slash >= 0; slash = path.lastIndexOf('/', slash - 1)) {
            if (formats.containsKey(path.substring(0, slash))) {
                return true;
            }
        }
        return formats.containsKey("");
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
