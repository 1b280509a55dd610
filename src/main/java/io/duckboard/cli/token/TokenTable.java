package io.duckboard.cli.token;

import io.duckboard.cli.terminal.TextTable;
import io.duckboard.token.Token;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Tokens as lines of text. */
final class TokenTable {

    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private TokenTable() {}

    static String of(List<Token> tokens, Instant now) {
        var lines = new TextTable("Id", "Name", "Owner", "Role", "Expires (UTC)", "Last used (UTC)", "");
        for (Token token : tokens) {
            lines.add(
                    token.id(),
                    token.name(),
                    token.ownerName(),
                    token.role().word(),
                    TIME.format(token.expiresAt()),
                    token.lastUsedAt().map(TIME::format).orElse("never"),
                    switch (token.state(now)) {
                        case VALID -> "";
                        case EXPIRED -> "expired";
                        case REVOKED -> "revoked";
                    });
        }
        return lines.toString();
    }
}
