package io.duckboard.datapage.ui;

import io.duckboard.datapage.TableEntry;
import io.duckboard.format.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Says in words what is known about a table. */
final class TableFacts {

    private TableFacts() {}

    /** Returns, for example, {@code Dataset · 10,000 rows · 1.2 MB · 3 min ago}. */
    static String brief(TableEntry table, Instant now) {
        var facts = common(table);
        table.builtAt().ifPresent(built -> facts.add(age(built, now)));
        return String.join(" · ", facts);
    }

    /** Returns the same in full, with the table's files and where it comes from. */
    static String whole(TableEntry table, Instant now) {
        var facts = common(table);
        table.builtAt().ifPresent(built -> facts.add("built " + age(built, now)));
        facts.add(Figures.count(table.files(), "file"));
        if (!table.partitionedBy().isEmpty()) {
            facts.add("partitioned by " + String.join(", ", table.partitionedBy()));
        }
        if (!table.builtFrom().isEmpty()) {
            facts.add("from " + String.join(", ", table.builtFrom()));
        }
        return String.join(" · ", facts);
    }

    private static List<String> common(TableEntry table) {
        var facts = new ArrayList<>(List.of(kind(table)));
        if (table.problem().isPresent()) {
            facts.add("cannot be read");
            return facts;
        }
        facts.add(rows(table.rows()));
        table.bytes().ifPresent(bytes -> facts.add(Figures.size(bytes)));
        return facts;
    }

    private static String age(Instant built, Instant now) {
        return Figures.ago(Duration.between(built, now));
    }

    private static String kind(TableEntry table) {
        return switch (table.kind()) {
            case DATASET -> "Dataset";
            case REFERENCE -> "Reference";
            case MODEL -> "Model";
            case VIEW -> "View";
        };
    }

    private static String rows(OptionalLong rows) {
        return rows.isPresent() ? Figures.count(rows.getAsLong(), "row") : "– rows";
    }
}
