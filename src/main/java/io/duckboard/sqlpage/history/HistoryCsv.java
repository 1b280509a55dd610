package io.duckboard.sqlpage.history;

import io.duckboard.security.Owner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes an owner's history as CSV that a spreadsheet shows but does not run. */
public final class HistoryCsv {

    private static final String HEADER = "started_at,outcome,milliseconds,rows,usd,message,sql\r\n";

    /** OWASP's list of characters that begin a formula, with the wide forms of East Asian keyboards. */
    private static final Pattern FORMULA =
            Pattern.compile("[=+\\-@\\t\\r\\n\uff1d\uff0b\uff0d\uff20].*", Pattern.DOTALL);

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
                    + entry.message().map(HistoryCsv::text).orElse("") + "," + text(entry.sql()) + "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String milliseconds(Duration took) {
        return BigDecimal.valueOf(took.toNanos(), 6).stripTrailingZeros().toPlainString();
    }

    private static String text(String value) {
        String shown = FORMULA.matcher(value).matches() ? "'" + value : value;
        return '"' + shown.replace("\"", "\"\"") + '"';
    }
}
