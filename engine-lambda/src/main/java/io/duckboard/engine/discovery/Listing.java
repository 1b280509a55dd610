package io.duckboard.engine.discovery;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.Catalog.File;
import io.duckboard.engine.catalog.Catalog.LeftOut;
import io.duckboard.engine.catalog.LakeLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All files of a lake but private ones.
 *
 * @param files in the order of their paths
 * @param leftOut what no catalog can name, or what cannot be listed
 * @param hasJournal whether Duckboard has written to this lake
 */
public record Listing(List<File> files, List<LeftOut> leftOut, boolean hasJournal) {

    private static final Pattern OF_A_MODEL =
            Pattern.compile("(models/[^/]+/)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:/|\\.parquet$)");

    public Listing {
        files = files.stream().sorted(Comparator.comparing(File::path)).toList();
        leftOut = List.copyOf(leftOut);
    }

    /**
     * The same for a lake without a catalog. Several runs of the transform may have left files there, and only the
     * catalog says which of them count.
     */
    public Listing withoutModels() {
        if (!hasJournal) {
            return this;
        }
        var others = new ArrayList<File>();
        var models = new TreeSet<String>();
        for (File file : files) {
            Matcher model = OF_A_MODEL.matcher(file.path());
            if (model.lookingAt()) {
                models.add(model.group(1));
            } else {
                others.add(file);
            }
        }
        var more = new ArrayList<>(leftOut);
        models.forEach(model -> more.add(new LeftOut(
                model,
                "Duckboard keeps a model there, and the catalog that says which of its files count is missing.",
                "Run the transform, or put the catalog back.")));
        return new Listing(others, more, hasJournal);
    }

    /** Collects the files of a lake one by one. */
    public static final class Builder {

        /** Java puts it in the place of what it cannot read. */
        private static final char NO_UTF_8 = '\uFFFD';

        private final List<File> files = new ArrayList<>();
        private final List<LeftOut> leftOut = new ArrayList<>();
        private final Set<String> before = new HashSet<>();
        private boolean hasJournal;

        /**
         * Whether nothing in this folder is looked at, since it is private, or hidden as Spark and others hide what is
         * no data. Folders that show the format of a table are looked at.
         *
         * @param path below the lake, without a slash at the end
         */
        public boolean skips(String path) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            if (LakeLayout.BEFORE.contains(path.toLowerCase(Locale.ROOT))) {
                if (before.add(path)) {
                    leftOut(
                            path + "/",
                            "Earlier versions of Duckboard kept answers and unfinished work there, so it is not shown.",
                            "If there are files of yours, move them to a folder of another name.");
                }
                return true;
            }
            return LakeLayout.leadsToPrivate(path + "/")
                    ? !name.equals(".hoodie")
                    : (name.startsWith("_") && !name.equals("_delta_log"))
                            || (name.startsWith(".") && !name.equals(".hoodie"));
        }

        /** @param path below the lake, in a folder that is not skipped */
        public void add(String path, long bytes, String version) {
            if (path.equals(Catalog.FILE)) {
                return;
            }
            if (File.isPath(path) && path.indexOf(NO_UTF_8) < 0) {
                files.add(new File(path, bytes, version));
            } else if (FileKind.of(path.substring(path.lastIndexOf('/') + 1)) == FileKind.PARQUET) {
                leftOut(
                        path,
                        "Its path has a ? or \\ or a character that cannot be seen, is no UTF-8, or has a name of dots.",
                        "Give it another name.");
            }
        }

        /** The same for a path whose folders nobody has looked at. */
        public void addFromAnywhere(String path, long bytes, String version) {
            hasJournal |= path.startsWith(LakeLayout.JOURNAL + "/");
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                if (skips(path.substring(0, slash))) {
                    return;
                }
            }
            add(path, bytes, version);
        }

        public void leftOut(String path, String reason, String todo) {
            leftOut.add(new LeftOut(path, reason, todo));
        }

        /** Says that Duckboard has written to this lake. */
        void hasJournal() {
            hasJournal = true;
        }

        public Listing build() {
            return new Listing(files, leftOut, hasJournal);
        }
    }
}
