package io.duckboard.sqlpage.plan;

import io.duckboard.engine.catalog.LakeLayout;
import java.util.Arrays;
import java.util.List;

/**
 * Shows the files of a plan as they lie in the lake, and never where on a machine the lake lies.
 *
 * @param places where the lake's files are known to lie: folders, or s3://bucket/prefix
 */
record FilePaths(List<String> places) {

    FilePaths {
        places = List.copyOf(places);
    }

    /** The path below the lake, as much of it as is sure to lie there. */
    String relative(String path) {
        return places.stream()
                .filter(place -> path.startsWith(place + "/"))
                .findFirst()
                .map(place -> path.substring(place.length() + 1))
                .orElseGet(() -> path.contains("/") ? tail(path) : path);
    }

    /** The same of a text that names files. */
    String without(String text) {
        String shortened = text;
        for (String place : places) {
            shortened = shortened.replace(place + "/", "");
        }
        return shortened;
    }

    /** The file and its partitions, and before them the folder if it is one that every lake of Duckboard's has. */
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
