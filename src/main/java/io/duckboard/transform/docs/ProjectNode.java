package io.duckboard.transform.docs;

import io.duckboard.transform.compile.ColumnDoc;
import java.util.List;
import java.util.Optional;

/**
 * A node as its project describes it.
 *
 * @param id dbt's unique id
 * @param form the node's form in a word or two: {@code source}, {@code view}, {@code dashboard}
 * @param table the table of the lake, if the node is one
 * @param sql the compiled SQL; only models have it
 * @param file the path below the project's folder
 * @param link the address of an exposure
 * @param reads ids of the nodes that it reads
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
