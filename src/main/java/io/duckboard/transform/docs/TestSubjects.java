package io.duckboard.transform.docs;

import io.duckboard.transform.compile.CompiledModel;
import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.compile.CompiledTest;
import io.duckboard.transform.compile.TestKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds which node each test is about, and the test's short name there. */
record TestSubjects(CompiledProject project) {

    /** Returns the test's model or source; if it reads several, the one that is built last; empty if it reads none. */
    Optional<String> of(CompiledTest test) {
        return test.attachedModelUniqueId()
                .or(() -> test.kind() == TestKind.SINGULAR ? lastModel(test) : Optional.empty())
                .or(() -> test.dependsOn().stream().findFirst());
    }

    private Optional<String> lastModel(CompiledTest test) {
        return project.models().reversed().stream()
                .map(CompiledModel::uniqueId)
                .filter(test.dependsOn()::contains)
                .findFirst();
    }

    /**
     * Returns {@code not_null counts} for dbt's {@code not_null_top_pickup_locations_counts}.
     *
     * @param beside the tests of the same node; two that check the same of a column keep their full names
     */
    static String shortName(CompiledTest test, List<CompiledTest> beside) {
        return words(test)
                .filter(words -> beside.stream()
                                .filter(other -> words(other).equals(Optional.of(words)))
                                .count()
                        == 1)
                .orElse(test.name());
    }

    /** Empty if a person chose the name. */
    private static Optional<String> words(CompiledTest test) {
        String kind = test.kind().name().toLowerCase(Locale.ROOT);
        boolean isNamedByDbt = test.name().startsWith(kind + "_") || test.name().startsWith("source_" + kind + "_");
        return test.column().filter(_ -> isNamedByDbt).map(column -> kind + " " + column);
    }
}
