package io.duckboard.board.rule;

import io.duckboard.engine.sql.Quoted;
import java.util.Set;
import java.util.regex.Pattern;

/** Names as somebody would write them in SQL: quoted where they have to be. */
final class SqlName {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    /** As {@code duckdb_keywords()} says: reserved, and those that no table or column is called without quotes. */
    private static final Set<String> RESERVED = Set.of(
            ("all analyse analyze and anti any array as asc asof asymmetric at authorization between bigint binary bit"
                            + " boolean both by case cast char character check coalesce collate collation column"
                            + " columns concurrently constraint create cross date dec decimal default deferrable desc"
                            + " describe distinct do else end except exists extract false fetch float for foreign freeze"
                            + " from full generated glob grant group grouping having ilike in initially inner inout int"
                            + " integer intersect interval into is isnull join lambda lateral leading left like limit"
                            + " map national natural nchar none not notnull null nullif numeric offset on only or order"
                            + " out outer overlaps overlay pivot pivot_longer pivot_wider placing position positional"
                            + " precision primary qualify real references returning right row select semi setof show"
                            + " similar smallint some struct substring summarize symmetric table tablesample then time"
                            + " timestamp to trailing treat trim true try_cast union unique unpivot using values varchar"
                            + " variadic verbose when where window with")
                    .split(" "));

    private SqlName() {}

    static String of(String name) {
        return PLAIN.matcher(name).matches() && !RESERVED.contains(name) ? name : Quoted.name(name);
    }
}
