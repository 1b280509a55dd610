package io.duckboard.lake.ui;

import io.duckboard.Figures;
import io.duckboard.lake.TableEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What is known of a table, in words. */
final class TableFacts {

    private TableFacts() {}

    /** {@code Dataset · 10,000 rows · 1.2 MB · built 3 min ago} */
    static String brief(TableEntry table, Instant now) {
        if (table.problem().isPresent()) {
            return kind(table) + " · cannot be read";
        }
        var facts = new ArrayList<>(List.of(kind(table), rows(table.rows())));
        table.bytes().ifPresent(bytes -> facts.add(Figures.size(bytes)));
        table.builtAt().ifPresent(built -> facts.add("built " + Figures.ago(Duration.between(built, now))));
        return String.join(" · ", facts);
    }

    /** The same with its files and where it comes from. */
    static String whole(TableEntry table, Instant now) {
        var facts = new ArrayList<>(List.of(brief(table, now), Figures.count(table.files(), "file")));
        if (!table.partitionedBy().isEmpty()) {
            facts.add("partitioned by " + String.join(", ", table.partitionedBy()));
        }
        if (!table.builtFrom().isEmpty()) {
            facts.add("from " + String.join(", ", table.builtFrom()));
        }
        return String.join(" · ", facts);
    }

    private static String kind(TableEntry table) {
        return switch (table.kind()) {
            case DATASET -> "Dataset";
            case REFERENCE -> "Reference";
            case MODEL -> "Model";
        };
    }

    private static String rows(OptionalLong rows) {
        return rows.isPresent() ? Figures.count(rows.getAsLong(), "row") : "– rows";
    }
}
