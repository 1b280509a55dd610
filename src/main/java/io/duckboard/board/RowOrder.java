package io.duckboard.board;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a tile shows the rows of its answer. Numbers are compared as numbers, all else as texts; dates are
 * written so that both are the same. NULL comes last, whatever the direction. Columns that the answer lacks order nothing.
 */
final class RowOrder implements Comparator<List<@Nullable Object>> {

    private final List<ByPosition> keys;

    /** @param columns of the answer */
    RowOrder(List<String> columns, List<SortKey> keys) {
        List<String> names =
                columns.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        this.keys = keys.stream()
                .map(key ->
                        new ByPosition(names.indexOf(key.column().name().toLowerCase(Locale.ROOT)), key.direction()))
                .filter(key -> key.position() >= 0)
                .toList();
    }

    private record ByPosition(int position, SortKey.Direction direction) {}

    @Override
    public int compare(List<@Nullable Object> one, List<@Nullable Object> other) {
        for (ByPosition key : keys) {
            int order = compare(one.get(key.position()), other.get(key.position()), key.direction());
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compare(@Nullable Object one, @Nullable Object other, SortKey.Direction direction) {
        if (one == null || other == null) {
            return Boolean.compare(one == null, other == null);
        }
        int order = one instanceof Number number && other instanceof Number another
                ? Double.compare(number.doubleValue(), another.doubleValue())
                : one.toString().compareTo(other.toString());
        return switch (direction) {
            case ASCENDING -> order;
            case DESCENDING -> -order;
        };
    }
}
