package io.duckboard.audit;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An event as it is written and read. Texts that do not apply are empty. What is long is cut, so that nobody makes a
 * line that nobody can read.
 *
 * @param owner whose doing it was, by the name under which everything of theirs is kept
 * @param name what the person is called
 * @param address from where, as the server or the proxy that it believes states it
 * @param way by which way: {@code page}, {@code api}, {@code mcp} or {@code app}
 * @param sqlDigest the SHA-256 of the SQL's text in UTF-8, in hex
 * @param sql the SQL's text, only if it is switched on
 */
public record AuditLine(
        Instant at,
        AuditKind kind,
        String owner,
        String name,
        String role,
        String address,
        String way,
        String id,
        AuditOutcome outcome,
        String message,
        Optional<Duration> took,
        OptionalLong rows,
        OptionalLong bytes,
        Optional<BigDecimal> usd,
        String sqlDigest,
        String sql) {

    private static final int LONGEST_WORD = 300;
    private static final int LONGEST_MESSAGE = 1_000;

    /** Enough for what people write by hand; the digest tells longer texts apart. */
    private static final int LONGEST_SQL = 16_000;

    public AuditLine {
        owner = cut(owner, LONGEST_WORD);
        name = cut(name, LONGEST_WORD);
        role = cut(role, LONGEST_WORD);
        address = cut(address, LONGEST_WORD);
        way = cut(way, LONGEST_WORD);
        id = cut(id, LONGEST_WORD);
        message = cut(message, LONGEST_MESSAGE);
        sqlDigest = cut(sqlDigest, LONGEST_WORD);
        sql = cut(sql, LONGEST_SQL);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
