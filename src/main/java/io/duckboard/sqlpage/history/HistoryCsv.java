package io.duckboard.sqlpage.history;

import io.duckboard.format.SpreadsheetText;
import io.duckboard.security.Owner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** Writes an owner's history as CSV that a spreadsheet shows but does not run. */
public final class HistoryCsv {

    private static final String HEADER = "started_at,outcome,milliseconds,rows,usd,message,sql\r\n";

    private final History history;

    public HistoryCsv(History history) {
        this.history = history;
    }

    /** @throws IOException if the CSV cannot be written */
    public void write(Owner owner, Writer out) throws IOException {
        try {
            out.write(HEADER);
            history.forEach(owner, entry -> write(entry, out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(HistoryEntry entry, Writer out) {
        try {
            out.write(entry.startedAt() + "," + entry.outcome().name().toLowerCase(Locale.ROOT) + ","
                    + entry.took().map(HistoryCsv::milliseconds).orElse("") + ","
                    + (entry.rows().isPresent() ? entry.rows().getAsLong() : "") + ","
                    + entry.usd().map(BigDecimal::toPlainString).orElse("") + ","
                    + entry.message().map(SpreadsheetText::of).orElse("") + "," + SpreadsheetText.of(entry.sql())
                    + "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String milliseconds(Duration took) {
        return BigDecimal.valueOf(took.toNanos(), 6).stripTrailingZeros().toPlainString();
    }
}
