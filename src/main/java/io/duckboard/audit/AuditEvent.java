package io.duckboard.audit;

import io.duckboard.engine.protocol.CallerId;
import io.duckboard.security.Asker;
import io.duckboard.security.Origin;
import io.duckboard.security.Owner;
import io.duckboard.security.Person;
import io.duckboard.security.Role;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Something that somebody has done, or has been refused. */
public sealed interface AuditEvent {

    /**
     * A query, when it has ended.
     *
     * @param id the digest of the query's id, as in the app's log
     * @param message why there is no answer
     * @param bytes that were read
     */
    record Query(
            Asker asker,
            String id,
            AuditOutcome outcome,
            Optional<String> message,
            Duration took,
            OptionalLong rows,
            OptionalLong bytes,
            Optional<BigDecimal> usd,
            String sql)
            implements AuditEvent {}

    /**
     * A whole answer on its way to somebody, when it has ended.
     *
     * @param id the digest of the id of the query that wrote it
     * @param bytes that were sent
     */
    record Download(Asker asker, String id, AuditOutcome outcome, Optional<String> message, OptionalLong bytes)
            implements AuditEvent {}

    /** A run of the transform, when it has ended; or that somebody wants to end it, or was not allowed to start it. */
    record Run(Asker asker, AuditOutcome outcome, Optional<String> message, Optional<Duration> took)
            implements AuditEvent {}

    record SignIn(Person person, String address) implements AuditEvent {}

    /** @param name of somebody who is known, or of nobody */
    record RefusedSignIn(Optional<String> name, String address, String reason) implements AuditEvent {}

    record SignOut(Person person, String address, String reason) implements AuditEvent {}

    /**
     * A setting has another value, or something that gives access has been made or taken away.
     *
     * @param id of what was changed, if it has one
     * @param change a sentence, without secrets
     */
    record Setting(Asker asker, String id, String change) implements AuditEvent {

        private static final Asker APP =
                new Asker(new Owner("duckboard"), "Duckboard", Role.OPERATOR, CallerId.random(), Origin.APP);

        /** Something has changed without anybody's doing here: a file, or the environment. */
        public Setting(String change) {
            this(APP, "", change);
        }
    }
}
