package io.duckboard.audit;

import io.duckboard.engine.failure.FailureException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Says where it is recorded who did what.
 *
 * @param home the folder of Duckboard's own data on this machine
 * @param audit the file, or {@code off}; if absent, there is one in {@code home} where people sign in
 * @param auditStdout whether each line goes to standard output too
 * @param auditSql whether the text of queries is recorded, and not only its digest
 * @param auditMb a file of so many millions of bytes is followed by the next
 * @param auditFiles how many files are kept besides the one that is written
 */
@ConfigurationProperties("duckboard")
record AuditSettings(
        Path home,
        Optional<String> audit,
        @DefaultValue("false") boolean auditStdout,
        @DefaultValue("false") boolean auditSql,
        @DefaultValue("10") int auditMb,
        @DefaultValue("366") int auditFiles) {

    private static final String OFF = "off";

    private static final int MOST = 10_000;

    AuditSettings {
        audit = audit.map(String::strip).filter(file -> !file.isEmpty());
        check("DUCKBOARD_AUDIT_MB", auditMb);
        check("DUCKBOARD_AUDIT_FILES", auditFiles);
    }

    private static void check(String name, int value) {
        if (value < 1 || value > MOST) {
            throw new FailureException(name + " is " + value + ".", "It is a number from 1 to " + MOST + ".");
        }
    }

    Optional<Path> file(boolean isForTeam) {
        if (audit.isPresent()) {
            return audit.filter(file -> !file.equals(OFF)).map(Path::of).map(Path::toAbsolutePath);
        }
        return isForTeam
                ? Optional.of(home.resolve("audit").resolve("audit.jsonl").toAbsolutePath())
                : Optional.empty();
    }

    long mostBytes() {
        return auditMb * 1_000_000L;
    }
}
