package io.duckboard.audit;

import io.duckboard.security.Asker;
import io.duckboard.security.Person;
import io.duckboard.security.Way;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Makes lines of events.
 *
 * @param sql whether the SQL's text may be in them
 */
record AuditLines(SqlText sql) {

    enum SqlText {
        WRITTEN,
        LEFT_OUT
    }

    AuditLine of(AuditEvent event, Instant at) {
        return switch (event) {
            case AuditEvent.Query query -> query(query, at);
            case AuditEvent.Download download ->
                line(
                        at,
                        AuditKind.DOWNLOAD,
                        download.asker(),
                        download.id(),
                        download.outcome(),
                        download.message().orElse(""),
                        Optional.empty(),
                        download.bytes());
            case AuditEvent.Run run ->
                line(
                        at,
                        AuditKind.RUN,
                        run.asker(),
                        "",
                        run.outcome(),
                        run.message().orElse(""),
                        run.took(),
                        OptionalLong.empty());
            case AuditEvent.SignIn(Person person, String address) ->
                line(at, AuditKind.SIGN_IN, person, address, AuditOutcome.SIGNED_IN, "");
            case AuditEvent.RefusedSignIn(var name, String address, String reason) ->
                line(
                        at,
                        AuditKind.SIGN_IN,
                        "",
                        name.orElse(""),
                        "",
                        address,
                        Way.PAGE.word(),
                        AuditOutcome.REFUSED,
                        reason);
            case AuditEvent.SignOut(Person person, String address, String reason) ->
                line(at, AuditKind.SIGN_OUT, person, address, AuditOutcome.SIGNED_OUT, reason);
            case AuditEvent.Setting(Asker asker, String id, String change) ->
                line(
                        at,
                        AuditKind.SETTING,
                        asker,
                        id,
                        AuditOutcome.CHANGED,
                        change,
                        Optional.empty(),
                        OptionalLong.empty());
        };
    }

    private AuditLine query(AuditEvent.Query query, Instant at) {
        Asker asker = query.asker();
        return new AuditLine(
                at,
                AuditKind.QUERY,
                asker.owner().name(),
                asker.name(),
                asker.role().word(),
                asker.origin().address(),
                asker.origin().way().word(),
                query.id(),
                query.outcome(),
                query.message().orElse(""),
                Optional.of(query.took()),
                query.rows(),
                query.bytes(),
                query.usd(),
                digest(query.sql()),
                sql == SqlText.WRITTEN ? query.sql() : "");
    }

    private static AuditLine line(
            Instant at,
            AuditKind kind,
            Asker asker,
            String id,
            AuditOutcome outcome,
            String message,
            Optional<Duration> took,
            OptionalLong bytes) {
        return new AuditLine(
                at,
                kind,
                asker.owner().name(),
                asker.name(),
                asker.role().word(),
                asker.origin().address(),
                asker.origin().way().word(),
                id,
                outcome,
                message,
                took,
                OptionalLong.empty(),
                bytes,
                Optional.<BigDecimal>empty(),
                "",
                "");
    }

    private static AuditLine line(
            Instant at, AuditKind kind, Person person, String address, AuditOutcome outcome, String message) {
        return line(
                at,
                kind,
                person.owner(),
                person.name(),
                person.role().word(),
                address,
                Way.PAGE.word(),
                outcome,
                message);
    }

    private static AuditLine line(
            Instant at,
            AuditKind kind,
            String owner,
            String name,
            String role,
            String address,
            String way,
            AuditOutcome outcome,
            String message) {
        return new AuditLine(
                at,
                kind,
                owner,
                name,
                role,
                address,
                way,
                "",
                outcome,
                message,
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                "",
                "");
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }
}
