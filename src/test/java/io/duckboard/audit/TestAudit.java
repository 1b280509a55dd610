package io.duckboard.audit;

import io.duckboard.security.Asker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An audit in a test's folder. */
public final class TestAudit {

    private static final int MOST_BYTES = 1_000_000;

    private final AuditFile file;
    private final Audit audit;

    public TestAudit(Path folder) throws IOException {
        this(AuditFile.open(folder.resolve("audit.jsonl"), MOST_BYTES, 10));
    }

    private TestAudit(AuditFile file) {
        this.file = file;
        this.audit = new Audit(
                Optional.of(file), Optional.empty(), new AuditLines(AuditLines.SqlText.LEFT_OUT), Clock.systemUTC());
    }

    /** The system has a file for it, on which there is never any room. */
    public static TestAudit onAFullDisk() {
        return new TestAudit(AuditFile.open(Path.of("/dev/full"), MOST_BYTES, 10));
    }

    public Audit audit() {
        return audit;
    }

    /** Has as many lines wait as there may. */
    public void fill() {
        for (int i = 0; i < Audit.MOST_WAITING; i++) {
            audit.record(new AuditEvent.Setting(Asker.everyone(), "", "change " + i));
        }
    }

    /** Returns what is found, the newest first. */
    public List<AuditLine> lines(AuditFilter filter) throws IOException {
        List<AuditLine> found = new ArrayList<>();
        new AuditSearch(Optional.of(file)).each(filter, found::add);
        return found;
    }

    public String text() throws IOException {
        return Files.readString(file.path(), StandardCharsets.US_ASCII);
    }
}
