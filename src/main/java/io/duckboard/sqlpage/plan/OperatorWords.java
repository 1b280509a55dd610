package io.duckboard.sqlpage.plan;

import java.util.Locale;

/** Describes DuckDB's operators in words. */
public final class OperatorWords {

    private OperatorWords() {}

    /** @param operator DuckDB's own name, such as {@code HASH_GROUP_BY} */
    public static String of(String operator) {
        return switch (operator.toUpperCase(Locale.ROOT)) {
            case "READ_PARQUET", "PARQUET_SCAN" -> "Read Parquet files";
            case "READ_CSV", "READ_CSV_AUTO" -> "Read CSV files";
            case "READ_JSON", "READ_JSON_AUTO" -> "Read JSON files";
            case "TABLE_SCAN", "SEQ_SCAN" -> "Read a table";
            case "COLUMN_DATA_SCAN" -> "Read rows in memory";
            case "DUMMY_SCAN" -> "One row without columns";
            case "EMPTY_RESULT" -> "No rows can match";
            case "PROJECTION" -> "Compute columns";
            case "FILTER" -> "Filter rows";
            case "HASH_GROUP_BY", "PERFECT_HASH_GROUP_BY", "PARTITIONED_AGGREGATE" -> "Group rows";
            case "UNGROUPED_AGGREGATE", "SIMPLE_AGGREGATE" -> "Aggregate all rows";
            case "HASH_JOIN" -> "Join by equal values";
            case "PIECEWISE_MERGE_JOIN", "IE_JOIN" -> "Join by a range";
            case "NESTED_LOOP_JOIN", "BLOCKWISE_NL_JOIN" -> "Join by comparing each pair";
            case "CROSS_PRODUCT" -> "Pair every row with every row";
            case "POSITIONAL_JOIN" -> "Join by position";
            case "ASOF_JOIN" -> "Join by the nearest before";
            case "DELIM_JOIN", "LEFT_DELIM_JOIN", "RIGHT_DELIM_JOIN" -> "Join a correlated subquery";
            case "DELIM_SCAN" -> "Read the outer query's values";
            case "ORDER_BY" -> "Sort";
            case "TOP_N" -> "Keep the first in order";
            case "LIMIT", "STREAMING_LIMIT", "LIMIT_PERCENT" -> "Stop after some rows";
            case "WINDOW", "STREAMING_WINDOW" -> "Compute windows";
            case "DISTINCT" -> "Drop duplicates";
            case "UNION" -> "Put rows together";
            case "UNNEST" -> "Unfold lists";
            case "CTE" -> "Keep a subquery's rows";
            case "CTE_SCAN" -> "Read a kept subquery";
            case "REC_CTE", "RECURSIVE_CTE" -> "Repeat a recursive query";
            case "REC_CTE_SCAN", "RECURSIVE_CTE_SCAN" -> "Read the last repetition";
            case "RESERVOIR_SAMPLE", "STREAMING_SAMPLE" -> "Take a sample";
            default -> sentence(operator);
        };
    }

    private static String sentence(String operator) {
        String words = operator.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? "Unknown" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
