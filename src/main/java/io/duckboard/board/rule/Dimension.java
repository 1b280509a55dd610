package io.duckboard.board.rule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Another table that says more of each row, by a key.
 *
 * @param from the column that has the key's values
 * @param key by which the other table knows its rows
 */
record Dimension(KnownTable of, LakeColumn from, LakeColumn key) {

    /** The tables that say more of this one. */
    static List<Dimension> of(KnownTable fact, List<KnownTable> tables) {
        return fact.columns().stream()
                .filter(column -> column.words().isIdentifier())
                .flatMap(column -> tables.stream()
                        .filter(other -> !other.equals(fact) && other.rows() < fact.rows())
                        .flatMap(other -> of(column, other).stream())
                        .limit(1))
                .toList();
    }

    private static Optional<Dimension> of(ColumnFacts column, KnownTable other) {
        return other.keys().stream()
                .filter(key -> key.column().type().equals(column.column().type()))
                .filter(key -> isNamedAfter(
                        column.column().name(),
                        key.column().name(),
                        other.table().name()))
                .findFirst()
                .map(key -> new Dimension(other, column.column(), key.column()));
    }

    /** {@code product_id} is {@code product_id}, or {@code id} of products; {@code pickup_location_id} a location_id. */
    private static boolean isNamedAfter(String column, String key, String table) {
        List<String> from = NameWords.of(column).words();
        List<String> to = NameWords.of(key).words();
        if (to.size() > 1) {
            return from.size() >= to.size()
                    && from.subList(from.size() - to.size(), from.size()).equals(to);
        }
        List<String> of = NameWords.of(table).words();
        return from.size() > 1
                && from.getLast().equals(to.getFirst())
                && !of.isEmpty()
                && Stream.of("", "s", "es")
                        .anyMatch(end -> of.getLast().toLowerCase(Locale.ROOT).equals(from.get(from.size() - 2) + end));
    }

    /** The group of the other table that says most. */
    Optional<ColumnFacts> group() {
        return of.groups().stream()
                .filter(group -> !group.words().isIdentifier())
                .filter(ColumnFacts::isFilter)
                .findFirst()
                .or(this::name);
    }

    /** Else what its rows are called, if they are not many. */
    private Optional<ColumnFacts> name() {
        return of.columns().stream()
                .filter(column -> column.column().family() == LakeColumn.Family.TEXT
                        && !column.words().isIdentifier()
                        && column.distinct() > 1
                        && column.length() < 40)
                .findFirst();
    }
}
