package io.duckboard.cli.lake;

import io.duckboard.cli.terminal.Terminal;
import io.duckboard.engine.catalog.Catalog.Table;
import io.duckboard.lake.trips.Consent;
import java.util.Locale;
import java.util.Objects;

/** Asks the person at the terminal. */
record Question(Terminal terminal) implements Consent {

    @Override
    public boolean toReplace(Table table, long rows) {
        terminal.err()
                .print(String.format(
                        Locale.ROOT,
                        "Table %s holds %,d other rows. Replace them with %,d? [y/N] ",
                        table.name(),
                        table.rows(),
                        rows));
        terminal.err().flush();
        String answer = Objects.requireNonNull(System.console()).readLine();
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    }
}
