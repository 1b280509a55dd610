package io.duckboard.board.rule;

import io.duckboard.client.AnswerRow;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One question of a table that finds out what its columns are like. Of all rows it asks only how many they are and from
 * when to when, which is in the files' footers or in a column or two; all else is asked of its first rows.
 */
record TableSummary(LakeTable table) {

    /** More columns are not looked at, those that come first are. */
    static final int MOST_COLUMNS = 150;

    /** What is read of the first rows: some seconds at the worst, over S3. */
    private static final int MOST_VALUES = 10_000_000;

    private static final int LEAST_ROWS = 50_000;
    private static final int MOST_ROWS = 1_000_000;

    private List<LakeColumn> columns() {
        return table.columns().stream()
                .filter(column -> column.family() != LakeColumn.Family.OTHER)
                .limit(MOST_COLUMNS)
                .toList();
    }

    Request.Query question() {
        List<LakeColumn> columns = columns();
        var whole = new StringBuilder("count(*) AS all_rows");
        var first = new StringBuilder("count(*) AS first_rows");
        var inner = new ArrayList<String>();
        for (int i = 0; i < columns.size(); i++) {
            LakeColumn column = columns.get(i);
            String alias = "c" + i;
            inner.add(column.sql() + " AS " + alias);
            first.append(
                    ", count(%1$s) AS %1$s_present, %2$s AS %1$s_distinct".formatted(alias, distinct(column, alias)));
            switch (column.family()) {
                case TIME ->
                    whole.append(", " + seconds("min(" + column.sql() + ")") + " AS " + alias + "_least, "
                            + seconds("max(" + column.sql() + ")") + " AS " + alias + "_greatest");
                case NUMBER -> {
                    String number = "CAST(" + alias + " AS DOUBLE)";
                    String finite = "CASE WHEN isfinite(" + number + ") THEN " + number + " END";
                    first.append((", min(%2$s) AS %1$s_least, max(%2$s) AS %1$s_greatest,"
                                    + " approx_quantile(%2$s, 0.01) AS %1$s_low, approx_quantile(%2$s, 0.99) AS %1$s_high")
                            .formatted(alias, finite));
                }
                case TEXT -> first.append(", avg(length(%1$s)) AS %1$s_length".formatted(alias));
                case BOOLEAN, OTHER -> {}
            }
        }
        String rows = inner.isEmpty() ? "1" : String.join(", ", inner);
        int limit = Math.clamp(MOST_VALUES / Math.max(1, columns.size()), LEAST_ROWS, MOST_ROWS);
        return Request.Query.of("SELECT * FROM (SELECT " + whole + " FROM " + table.sql() + "), (SELECT " + first
                        + " FROM (SELECT " + rows + " FROM " + table.sql() + " LIMIT " + limit + "))")
                .format(RowFormat.ROWS);
    }

    /** Keys are counted to the last one: whether no two are the same says what other tables may be joined with. */
    private static String distinct(LakeColumn column, String alias) {
        return column.words().isIdentifier() ? "count(DISTINCT " + alias + ")" : "approx_count_distinct(" + alias + ")";
    }

    /** Seconds since 1970; NULL for “infinity”. */
    private static String seconds(String time) {
        String cast = "CAST(" + time + " AS TIMESTAMP)";
        return "CASE WHEN isfinite(" + cast + ") THEN epoch(" + cast + ") END";
    }

    KnownTable known(Answer.Rows answer) {
        AnswerRow row = AnswerRow.all(answer).getFirst();
        List<LakeColumn> columns = columns();
        long rows = row.count("first_rows");
        var facts = new ArrayList<ColumnFacts>();
        for (int i = 0; i < columns.size(); i++) {
            String alias = "c" + i;
            LakeColumn column = columns.get(i);
            boolean isNumber = column.family() == LakeColumn.Family.NUMBER;
            boolean isOrdered = isNumber || column.family() == LakeColumn.Family.TIME;
            long present = row.count(alias + "_present");
            facts.add(new ColumnFacts(
                    column,
                    rows,
                    present,
                    Math.min(present, row.count(alias + "_distinct")),
                    isOrdered ? row.optionalNumber(alias + "_least") : OptionalDouble.empty(),
                    isOrdered ? row.optionalNumber(alias + "_greatest") : OptionalDouble.empty(),
                    isNumber ? row.optionalNumber(alias + "_low") : OptionalDouble.empty(),
                    isNumber ? row.optionalNumber(alias + "_high") : OptionalDouble.empty(),
                    column.family() == LakeColumn.Family.TEXT ? row.number(alias + "_length") : 0));
        }
        return new KnownTable(table, row.count("all_rows"), facts);
    }
}
