package io.duckboard.transform.lineage;

import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Finds where the columns of a SELECT come from, and says where that is uncertain. */
public final class ColumnLineage {

    private ColumnLineage() {}

    /**
     * @param tree the tree that {@code json_serialize_sql} of DuckDB 1.5 makes
     * @param tables the tables that the SELECT may read
     */
    public static Outputs of(String tree, TableSchemas tables) {
        Tree whole;
        try {
            whole = new Tree(JsonMapper.shared().readTree(tree));
        } catch (JacksonException e) {
            return new Outputs.NotKnown("what the SQL says: it is too deep, or no SELECT");
        }
        List<Tree> statements = whole.children("statements");
        return statements.size() == 1
                ? new SelectReader(tables, Map.of()).read(statements.getFirst().child("node"), null)
                : new Outputs.NotKnown("what the SQL says: it is not one SELECT");
    }
}
