package io.duckboard.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.CallerId;
import io.duckboard.engine.testing.Attack;
import io.duckboard.security.Asker;
import io.duckboard.security.Origin;
import io.duckboard.security.Owner;
import io.duckboard.security.Person;
import io.duckboard.security.Role;
import io.duckboard.security.SignInEvent;
import io.duckboard.security.Way;
import io.duckboard.testing.SettableClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each event is one line, whatever is in it, and none is lost when it cannot be written at once. */
@Attack("Line breaks, orders to terminals and texts of megabytes are to forge, hide or burst lines of the audit")
class AuditTest {

    private static final Asker ANN = asker("ann");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void saysWhoDidWhatWhenAndFromWhere() throws IOException {
        audit(AuditLines.SqlText.LEFT_OUT).record(query(ANN, "SELECT 1"));

        assertThat(text()).isEqualTo("""
                {"at":"2026-01-01T12:00:00Z","kind":"query","owner":"user:ann","name":"ann","role":"analyst",\
                "address":"192.0.2.7","way":"page","id":"0123456789abcdef","outcome":"answered","ms":12,"rows":3,\
                "bytes":1000,"usd":0.0000012345,\
                "sqlDigest":"e004ebd5b5532a4b85984a62f8ad48a81aa3460c1ca07701f386135d72cdecf5"}
                """);
    }

    @Test
    void tellsStandardOutputTheSame() throws IOException {
        audit(AuditLines.SqlText.LEFT_OUT).record(query(ANN, "SELECT 1"));

        assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo(text());
    }

    @Test
    void hasTheTextOfSqlOnlyIfThatIsSwitchedOn() throws IOException {
        audit(AuditLines.SqlText.WRITTEN).record(query(ANN, "SELECT 'ä'\nFROM trips"));

        assertThat(text()).contains("\"sql\":\"SELECT '\\u00E4'\\nFROM trips\"");
    }

    @Test
    void isOneLineOfAsciiWhateverIsInIt() throws IOException {
        String nasty = "a\n{\"kind\":\"sign-in\"}\r\u0085\u2028\u2029\u0000\u001b[2J\u007f\u202e\ud800"
                + "x".repeat(5_000_000);
        var audit = audit(AuditLines.SqlText.WRITTEN);

        audit.record(new AuditEvent.Query(
                asker(nasty),
                nasty,
                AuditOutcome.FAILED,
                Optional.of(nasty),
                Duration.ZERO,
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                nasty));

        assertThat(Files.size(folder.resolve("audit.jsonl"))).isLessThan(120_000);
        assertThat(text().strip().lines()).hasSize(1);
        assertThat(text()).matches("[ -~]*\n");
        assertThat(found()).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo(AuditKind.QUERY);
            assertThat(line.message()).startsWith("a\n{\"kind\"").endsWith("…");
        });
    }

    @Test
    void recordsWhoSignsInAndOutAndWhoIsRefused() throws IOException {
        var ann = new Person("user:ann", "ann", Role.ANALYST);
        var audit = audit(AuditLines.SqlText.LEFT_OUT);

        audit.add(new SignInEvent.Entered(ann, "192.0.2.7"));
        audit.add(new SignInEvent.Refused(Optional.empty(), "192.0.2.9", "The name or the password is wrong."));
        audit.add(new SignInEvent.Left(ann, "192.0.2.7", "Signed out."));
        audit.add(new SignInEvent.PeopleChanged("The file of users has other lines for bob (gone)."));

        assertThat(found())
                .extracting(line ->
                        line.kind().word() + " " + line.outcome().word() + " " + line.name() + " " + line.address())
                .containsExactly(
                        "setting changed Duckboard ",
                        "sign-out signed-out ann 192.0.2.7",
                        "sign-in refused  192.0.2.9",
                        "sign-in signed-in ann 192.0.2.7");
    }

    /** The system's own full device, which takes nothing. */
    @Test
    void keepsLinesOnAFullDiskAndWritesThemAllOnceThereIsRoom() throws IOException {
        Path path = folder.resolve("audit.jsonl");
        Files.createSymbolicLink(path, Path.of("/dev/full"));
        var audit = audit(AuditLines.SqlText.LEFT_OUT);
        for (int i = 0; i < 100; i++) {
            audit.record(new AuditEvent.Setting("change " + i));
        }

        assertThat(audit.objection()).isEmpty();
        assertThat(audit.trouble().orElseThrow().message())
                .isEqualTo("The audit cannot be written: No space left on device. 100 lines wait in memory, and nothing"
                        + " is lost yet.");
        Files.delete(path);
        audit.record(new AuditEvent.Setting("the last change"));

        assertThat(audit.trouble()).isEmpty();
        assertThat(found())
                .hasSize(101)
                .extracting(AuditLine::message)
                .startsWith("the last change", "change 99")
                .endsWith("change 0");
    }

    @Test
    void hasNothingMoreDoneOnceManyLinesWait() {
        var audit = TestAudit.onAFullDisk();
        audit.fill();

        assertThat(audit.audit().objection().orElseThrow().message())
                .isEqualTo("Duckboard cannot record what is done here, so it does nothing more.");
    }

    @Test
    void recordsNothingWhereItIsOff() {
        Audit audit = Audit.off();

        audit.record(query(ANN, "SELECT 1"));

        assertThat(audit.path()).isEmpty();
        assertThat(audit.objection()).isEmpty();
        assertThat(audit.trouble()).isEmpty();
    }

    private Audit audit(AuditLines.SqlText sql) {
        return new Audit(
                Optional.of(file()),
                Optional.of(new PrintStream(out, true, StandardCharsets.US_ASCII)),
                new AuditLines(sql),
                new SettableClock());
    }

    private AuditFile file() {
        return AuditFile.open(folder.resolve("audit.jsonl"), 1_000_000, 10);
    }

    private List<AuditLine> found() throws IOException {
        return new AuditSearch(Optional.of(file()))
                .find(AuditFilter.ALL, Optional.empty(), 1_000)
                .lines();
    }

    private String text() throws IOException {
        return Files.readString(folder.resolve("audit.jsonl"), StandardCharsets.US_ASCII);
    }

    private static AuditEvent query(Asker asker, String sql) {
        return new AuditEvent.Query(
                asker,
                "0123456789abcdef",
                AuditOutcome.ANSWERED,
                Optional.empty(),
                Duration.ofMillis(12),
                OptionalLong.of(3),
                OptionalLong.of(1_000),
                Optional.of(new BigDecimal("0.0000012345")),
                sql);
    }

    private static Asker asker(String name) {
        return new Asker(
                new Owner("user:" + name), name, Role.ANALYST, CallerId.random(), new Origin("192.0.2.7", Way.PAGE));
    }
}
