package io.duckboard.engine.duckdb;

import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.protocol.Problem;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A judged text as a part of one of the engine's own statements. */
record Enclosed(String before, String judged, String after) {

    static Enclosed alone(String judged) {
        return new Enclosed("", judged, "");
    }

    /** A statement that has the columns of {@code judged} and no rows. */
    static Enclosed forColumns(String judged) {
        return new Enclosed("SELECT * FROM (\n", judged, "\n) LIMIT 0");
    }

    /** @param cell the expression for the column at a position from 0, which {@link #alias} names */
    static Enclosed selecting(List<Column> columns, IntFunction<String> cell, String judged) {
        String cells = positions(columns)
                .mapToObj(column -> cell.apply(column) + " AS " + alias(column))
                .collect(Collectors.joining(", "));
        return new Enclosed("SELECT " + cells + " FROM (\n", judged, "\n) AS whole(" + aliases(columns) + ")");
    }

    static IntStream positions(List<Column> columns) {
        return IntStream.range(0, columns.size());
    }

    static String alias(int column) {
        return "c" + (column + 1);
    }

    static String aliases(List<Column> columns) {
        return positions(columns).mapToObj(Enclosed::alias).collect(Collectors.joining(", "));
    }

    String text() {
        return before + judged + after;
    }

    /** @return the same with its position in the caller's text; an error in the engine's own text has none */
    Result atItsPlace(Result failed) {
        if (failed instanceof Result.Failed(Problem problem, boolean unexpected)
                && problem.position().isPresent()) {
            int position = problem.position().getAsInt() - before.length();
            return new Result.Failed(position < 0 ? problem.nowhere() : problem.at(position), unexpected);
        }
        return failed;
    }
}
