package io.duckboard.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whatever a lake's names hold, its tables are listed line by line. */
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
