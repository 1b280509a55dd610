package io.duckboard.transform.docs;

import io.duckboard.transform.compile.ColumnDoc;
import java.util.List;
import java.util.Optional;

/**
 * A node of the project, as the project describes it.
 *
 * @param id dbt's unique id
 * @param form what it is, in a word or two: {@code source}, {@code view}, {@code dashboard}
 * @param table of the lake, where it is one
 * @param sql compiled; of models alone
 * @param file below the project's folder
 * @param link where an exposure is to be seen
 * @param reads ids of the nodes it reads
 */
public record ProjectNode(
        String id,
        Kind kind,
        String name,
        String form,
        String description,
        Optional<String> table,
        Optional<String> sql,
        Optional<String> file,
        Optional<String> link,
        List<ColumnDoc> columns,
        List<Test> tests,
        List<String> reads) {

    public ProjectNode {
        columns = List.copyOf(columns);
        tests = List.copyOf(tests);
        reads = List.copyOf(reads);
    }

    public enum Kind {
        SOURCE,
        MODEL,
        EXPOSURE
    }

    /** @param id dbt's unique id */
    public record Test(String id, String name) {}
}
