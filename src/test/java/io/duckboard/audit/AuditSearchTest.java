package io.duckboard.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.CallerId;
import io.duckboard.security.Asker;
import io.duckboard.security.Origin;
import io.duckboard.security.Owner;
import io.duckboard.security.Role;
import io.duckboard.security.Way;
import io.duckboard.testing.SettableClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever was recorded is found again, the newest first, over all files and in parts. */
class AuditSearchTest {

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock();
    private AuditFile file;
    private Audit audit;
    private AuditSearch search;

    @BeforeEach
    void open() {
        file = AuditFile.open(folder.resolve("audit.jsonl"), 200_000, 100);
        audit = new Audit(Optional.of(file), Optional.empty(), new AuditLines(AuditLines.SqlText.LEFT_OUT), clock);
        search = new AuditSearch(Optional.of(file));
    }

    @Test
    void findsAllLinesOfSeveralFilesInPartsWhileMoreAreWritten() throws IOException {
        IntStream.range(0, 3_000).forEach(i -> run("ann", AuditOutcome.PUBLISHED, "run " + i));
        assertThat(file.parts()).hasSizeGreaterThan(2);

        List<String> found = new ArrayList<>();
        Optional<AuditSearch.Mark> from = Optional.empty();
        do {
            var part = search.find(AuditFilter.ALL, from, 70);
            part.lines().forEach(line -> found.add(line.message()));
            from = part.end();
            // Meanwhile files become full, and get other names.
            IntStream.range(0, 30).forEach(i -> run("bob", AuditOutcome.FAILED, "later"));
        } while (from.isPresent());

        assertThat(found)
                .containsExactlyElementsOf(IntStream.range(0, 3_000)
                        .mapToObj(i -> "run " + (2_999 - i))
                        .toList());
    }

    @Test
    void findsByPersonKindOutcomeTextAndDay() throws IOException {
        run("ann", AuditOutcome.PUBLISHED, "");
        clock.advance(Duration.ofDays(1));
        run("bob", AuditOutcome.FAILED, "The Lake is away.");
        audit.record(new AuditEvent.Setting("a change"));

        assertThat(found(filter("", "ANN", null, null, null))).hasSize(1);
        assertThat(found(filter("lake", "", null, null, null))).hasSize(1);
        assertThat(found(filter("", "", AuditKind.RUN, null, null))).hasSize(2);
        assertThat(found(filter("", "", null, AuditOutcome.FAILED, null))).hasSize(1);
        assertThat(found(filter("", "", null, null, "2026-01-01"))).hasSize(1);
        assertThat(found(filter("", "", null, null, "2026-01-02"))).hasSize(2);
        assertThat(found(filter("lake", "ann", null, null, null))).isEmpty();
    }

    @Test
    void passesOverWhatIsNoLineOfAnAudit() throws IOException {
        run("ann", AuditOutcome.PUBLISHED, "first");
        Files.writeString(
                folder.resolve("audit.jsonl"),
                "\n{\"at\":\n[]\n{\"at\":\"yesterday\",\"kind\":\"run\",\"outcome\":\"failed\"}\n"
                        + "x".repeat(3_000_000) + "\n",
                StandardOpenOption.APPEND);
        run("ann", AuditOutcome.PUBLISHED, "second");

        assertThat(found(AuditFilter.ALL)).extracting(AuditLine::message).containsExactly("second", "first");
    }

    @Test
    void isNothingWhereTheAuditIsOff() throws IOException {
        assertThat(new AuditSearch(Optional.empty())
                        .find(AuditFilter.ALL, Optional.empty(), 10)
                        .lines())
                .isEmpty();
    }

    @Test
    void isExportedAsCsvThatASpreadsheetDoesNotRun() throws IOException {
        run("=HYPERLINK(\"http://evil.example\")", AuditOutcome.FAILED, "two\nlines, \"quoted\"");
        var out = new ByteArrayOutputStream();

        new AuditExport(search).csv(AuditFilter.ALL, out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                at,kind,outcome,name,owner,role,address,way,id,ms,rows,bytes,usd,message,sql_digest,sql\r
                2026-01-01T12:00:00Z,run,failed,"'=HYPERLINK(""http://evil.example"")",\
                "user:=HYPERLINK(""http://evil.example"")","operator","192.0.2.7","page","",,,,,\
                "two
                lines, ""quoted""\","",""\r
                """);
    }

    @Test
    void isExportedAsTheLinesThatWereFound() throws IOException {
        run("ann", AuditOutcome.PUBLISHED, "ä");
        run("bob", AuditOutcome.PUBLISHED, "ö");
        var out = new ByteArrayOutputStream();

        new AuditExport(search).jsonLines(filter("", "ann", null, null, null), out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(Files.readAllLines(folder.resolve("audit.jsonl")).getFirst() + "\n");
    }

    private List<AuditLine> found(AuditFilter filter) throws IOException {
        return search.find(filter, Optional.empty(), 100).lines();
    }

    private void run(String name, AuditOutcome outcome, String message) {
        var asker = new Asker(
                new Owner("user:" + name), name, Role.OPERATOR, CallerId.random(), new Origin("192.0.2.7", Way.PAGE));
        audit.record(new AuditEvent.Run(asker, outcome, Optional.of(message), Optional.empty()));
    }

    private static AuditFilter filter(
            String text,
            String person,
            @Nullable AuditKind kind,
            @Nullable AuditOutcome outcome,
            @Nullable String day) {
        return new AuditFilter(
                text,
                person,
                Optional.ofNullable(kind),
                Optional.ofNullable(outcome),
                Optional.ofNullable(day).map(LocalDate::parse));
    }
}
