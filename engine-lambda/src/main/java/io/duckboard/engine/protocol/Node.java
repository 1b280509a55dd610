package io.duckboard.engine.protocol;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.LakeLayout;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A step of a compiled plan: SQL that refers to tables of the lake or to models of the same plan. */
public sealed interface Node {

    String name();

    String sql();

    /** The names of the models of the plan that it reads. */
    List<String> dependsOn();

    /**
     * A SELECT that becomes a table of the lake.
     *
     * @param name of the table and the model
     * @param reads tables of the lake that it reads unchanged: dbt's sources, and models that are not in the plan
     * @param partitionBy columns that its files are partitioned by; none for a view
     * @param copyTo where below the lake a copy is written after publishing, such as {@code dashboard/my_view.parquet}
     * @param columnDescriptions by column name, for columns that have one
     */
    record Model(
            String name,
            Materialization materialization,
            String sql,
            List<String> dependsOn,
            List<String> reads,
            List<String> partitionBy,
            Optional<String> copyTo,
            String description,
            Map<String, String> columnDescriptions)
            implements Node {

        /** Other engines read copies too, and some take other characters for patterns or codes. */
        private static final Pattern PLAIN_PATH = Pattern.compile("[\\w=.+/-]+");

        /** Folders of a lake that the transform writes to, but where no copies may go. */
        private static final Set<String> NOT_FOR_COPIES = Set.of("dataset", "models", "partitioned", "reference");

        public Model {
            if (!Catalog.isName(name)) {
                throw new IllegalArgumentException("Not a model's name: '" + name + "'");
            }
            if (copyTo.isPresent() && !isForCopies(copyTo.get())) {
                throw new IllegalArgumentException("Model " + name + " cannot be copied to '" + copyTo.get()
                        + "': expected a .parquet file in a folder such as dashboard/.");
            }
            if (copyTo.isPresent() && !partitionBy.isEmpty()) {
                throw new IllegalArgumentException("Model " + name + " is partitioned, and a copy is one file.");
            }
            dependsOn = List.copyOf(dependsOn);
            reads = List.copyOf(reads);
            partitionBy = List.copyOf(partitionBy);
            columnDescriptions = Map.copyOf(columnDescriptions);
        }

        /** The tables of the lake that it is made from, whether or not they are models. */
        public List<String> builtFrom() {
            return Stream.concat(dependsOn.stream(), reads.stream()).distinct().toList();
        }

        /**
         * Whether a model's copy may have this path: it must be in a folder of the lake that is used for nothing else.
         */
        public static boolean isForCopies(String path) {
            String folder = path.split("/", 2)[0].toLowerCase(Locale.ROOT);
            return PLAIN_PATH.matcher(path).matches()
                    && Catalog.File.isPath(path)
                    && path.endsWith(".parquet")
                    && path.contains("/")
                    && !NOT_FOR_COPIES.contains(folder)
                    && !LakeLayout.isHidden(folder);
        }
    }

    /** A SELECT whose rows are failures. The test passes if there are none. */
    record Test(String name, String sql, List<String> dependsOn, Severity severity) implements Node {

        public Test {
            dependsOn = List.copyOf(dependsOn);
        }
    }

    /** The consequence of failing rows in a test. */
    enum Severity {
        /** Nothing that depends on the model is built, and nothing is published. */
        ERROR,
        WARN
    }
}
