package io.duckboard.sqlpage.plan;

import io.duckboard.engine.catalog.LakeLayout;
import java.util.Arrays;
import java.util.List;

/**
 * Shows the files of a plan by their paths in the lake, and never where on a machine the lake is.
 *
 * @param places where the lake's files are known to be: folders, or s3://bucket/prefix
 */
record FilePaths(List<String> places) {

    FilePaths {
        places = List.copyOf(places);
    }

    /** Returns the path below the lake, or the part of it that is certainly below the lake. */
    String relative(String path) {
        return places.stream()
                .filter(place -> path.startsWith(place + "/"))
                .findFirst()
                .map(place -> path.substring(place.length() + 1))
                .orElseGet(() -> path.contains("/") ? tail(path) : path);
    }

    /** Does the same for a text that names files. */
    String without(String text) {
        String shortened = text;
        for (String place : places) {
            shortened = shortened.replace(place + "/", "");
        }
        return shortened;
    }

    /** Returns the file and its partitions, preceded by the folder if every Duckboard lake has that folder. */
    private static String tail(String path) {
        List<String> names = Arrays.asList(path.split("/", -1));
        int from = names.size() - 1;
        while (from > 0 && names.get(from - 1).contains("=")) {
            from--;
        }
        if (from > 1 && names.get(from - 2).equals("models")) {
            from -= 2;
        } else if (from > 0 && LakeLayout.DATA.contains(names.get(from - 1))) {
            from--;
        }
        return String.join("/", names.subList(from, names.size()));
    }
}
