package io.duckboard.ui.grid;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.format.JsonText;
import io.duckboard.format.MarkdownText;
import io.duckboard.format.TabText;
import io.duckboard.format.TextGrid;

/** The format in which rows are copied. */
enum CopyFormat {
    TSV("TSV, for spreadsheets", "TSV"),
    JSON("JSON", "JSON"),
    MARKDOWN("Markdown", "Markdown");

    private final String offer;
    private final String shortName;

    CopyFormat(String offer, String shortName) {
        this.offer = offer;
        this.shortName = shortName;
    }

    /** Returns the text for a menu. */
    String offer() {
        return offer;
    }

    /** Returns the name for use in a sentence. */
    String shortName() {
        return shortName;
    }

    String text(Answer.Rows rows) {
        return switch (this) {
            case TSV -> TabText.of(rows);
            case JSON -> JsonText.of(rows);
            case MARKDOWN -> MarkdownText.of(TextGrid.of(rows));
        };
    }
}
