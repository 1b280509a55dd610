package io.duckboard.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each table of a lake gets its own line in the list, whatever characters its name contains. */
class TextTableTest {

    @Test
    void numbersStandToTheRightAndWideTextsTakeTheirRoom() {
        var table = new TextTable("Table", "Size", "Built");
        table.add("trips", "1.2 MB", "today");
        table.add("東京", "164 kB", "");

        assertThat(table).hasToString("""
                Table    Size  Built
                trips  1.2 MB  today
                東京   164 kB
                """);
    }

    @Test
    void controlCharactersAreShownAndNotObeyed() {
        var table = new TextTable("Table");
        table.add("a\u001b[2Jb\nc");

        assertThat(table).hasToString("""
                Table
                a␛[2Jb␊c
                """);
    }
}
