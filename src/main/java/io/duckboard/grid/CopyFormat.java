package io.duckboard.grid;

import io.duckboard.answer.JsonText;
import io.duckboard.answer.MarkdownText;
import io.duckboard.answer.TabText;
import io.duckboard.answer.TextGrid;
import io.duckboard.engine.protocol.Answer;

/** As what rows are copied. */
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

    /** As a menu has it. */
    String offer() {
        return offer;
    }

    /** As a sentence has it. */
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
