package io.duckboard.audit;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody looks for. Cases do not matter.
 *
 * @param text occurs in what was said, the id, the address or the SQL; empty for all
 * @param person occurs in the name or the owner; empty for all
 * @param day of UTC
 */
public record AuditFilter(
        String text, String person, Optional<AuditKind> kind, Optional<AuditOutcome> outcome, Optional<LocalDate> day) {

    public static final AuditFilter ALL = new AuditFilter("", "", Optional.empty(), Optional.empty(), Optional.empty());

    public AuditFilter {
        text = text.strip().toLowerCase(Locale.ROOT);
        person = person.strip().toLowerCase(Locale.ROOT);
    }

    boolean finds(AuditLine line) {
        return kind.filter(wanted -> wanted != line.kind()).isEmpty()
                && outcome.filter(wanted -> wanted != line.outcome()).isEmpty()
                && mayBeOf(Optional.of(LocalDate.ofInstant(line.at(), ZoneOffset.UTC)))
                && isIn(person, line.name(), line.owner())
                && isIn(text, line.message(), line.id(), line.address(), line.sql(), line.sqlDigest());
    }

    /** @param of a day that is unknown may be any */
    boolean mayBeOf(Optional<LocalDate> of) {
        return day.isEmpty() || of.isEmpty() || day.equals(of);
    }

    private static boolean isIn(String wanted, String... texts) {
        return wanted.isEmpty()
                || Stream.of(texts)
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
