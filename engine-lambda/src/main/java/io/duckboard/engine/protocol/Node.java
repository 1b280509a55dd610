package io.duckboard.engine.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A step of a compiled plan: SQL whose names are tables of the lake or models of the same plan. */
public sealed interface Node {

    String name();

    String sql();

    /** The models of the plan it reads, by name. */
    List<String> dependsOn();

    /**
     * A SELECT that becomes a table of the lake.
     *
     * @param name the table's, and the model's
     * @param reads tables of the lake that are no models of this project: dbt's sources
     * @param partitionBy columns that its files are partitioned by; none for a view
     * @param copyTo where below the lake a copy is written after publishing, such as {@code dashboard/my_view.parquet}
     * @param columnDescriptions by column, those that have one
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

        public Model {
            dependsOn = List.copyOf(dependsOn);
            reads = List.copyOf(reads);
            partitionBy = List.copyOf(partitionBy);
            columnDescriptions = Map.copyOf(columnDescriptions);
        }
    }

    /** A SELECT whose rows are failures: passed where there are none. */
    record Test(String name, String sql, List<String> dependsOn, Severity severity) implements Node {

        public Test {
            dependsOn = List.copyOf(dependsOn);
        }
    }

    /** What failing rows of a test mean. */
    enum Severity {
        /** Nothing that depends on the model is built, and nothing is published. */
        ERROR,
        WARN
    }
}
