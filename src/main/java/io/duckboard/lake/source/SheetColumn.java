package io.duckboard.lake.source;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What the cells of a column have in common. */
final class SheetColumn {

    private final Set<SheetCell.Kind> kinds = EnumSet.noneOf(SheetCell.Kind.class);
    private final NumberProfile numbers = new NumberProfile('.', NumberProfile.NONE);

    void add(SheetCell cell) {
        if (cell.kind() == SheetCell.Kind.EMPTY || cell.kind() == SheetCell.Kind.ERROR) {
            return;
        }
        kinds.add(cell.kind());
        if (cell.kind() == SheetCell.Kind.NUMBER) {
            numbers.add(cell.text());
        }
    }

    ColumnProfile.Kind kind() {
        if (kinds.isEmpty()) {
            return ColumnProfile.Kind.NOTHING;
        }
        if (kinds.contains(SheetCell.Kind.TEXT) || kinds.size() > 1) {
            return ColumnProfile.Kind.TEXT;
        }
        return switch (kinds.iterator().next()) {
            case NUMBER, CODE -> ColumnProfile.Kind.NUMBER;
            case BOOLEAN -> ColumnProfile.Kind.WORD;
            default -> ColumnProfile.Kind.TIME;
        };
    }

    Optional<NumberProfile> numbers() {
        return Optional.of(numbers).filter(any -> kinds.equals(EnumSet.of(SheetCell.Kind.NUMBER)));
    }

    ColumnReading reading() {
        if (kinds.isEmpty()) {
            return new ColumnReading.Nothing();
        }
        if (kinds.equals(EnumSet.of(SheetCell.Kind.DATE, SheetCell.Kind.MOMENT))) {
            return as("TIMESTAMP");
        }
        if (kinds.size() > 1) {
            return ColumnReading.As.text("cells of several kinds kept as text");
        }
        return switch (kinds.iterator().next()) {
            case NUMBER -> numbers.type().<ColumnReading>map(SheetColumn::as).orElse(ColumnReading.As.text(""));
            case BOOLEAN -> as("BOOLEAN");
            case DATE -> as("DATE");
            case MOMENT -> as("TIMESTAMP");
            case TIME -> as("TIME");
            default -> ColumnReading.As.text("");
        };
    }

    private static ColumnReading as(String type) {
        return new ColumnReading.As(type, text -> "CAST(" + text + " AS " + type + ")", "");
    }
}
