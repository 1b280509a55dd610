package io.duckboard.sqlpage.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.client.QueryOutcome;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request;
import io.duckboard.security.Owner;
import io.duckboard.testing.KeptHome;
import io.duckboard.testing.ObservedEngine;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole history is exported, and a spreadsheet runs nothing in it. */
class HistoryCsvTest {

    @RegisterExtension
    private static final KeptHome HOME = new KeptHome();

    private final Owner owner = new Owner(UUID.randomUUID().toString());
    private final History history =
            new History(HOME.database(), Clock.fixed(Instant.parse("2026-11-26T12:00:00Z"), ZoneOffset.UTC));

    @Test
    void hasALineForEachRunTheNewestFirst() throws IOException {
        UUID answered = run("SELECT \"a\",\n'b'");
        history.ended(answered, ObservedEngine.rows(Request.Query.of("")));
        UUID failed = run("=cmd|' /C calc'!A0");
        history.ended(failed, new QueryOutcome.Failed(Problem.of(ErrorCode.SYNTAX, "@oops")));

        assertThat(csv().split("\r\n"))
                .containsExactly(
                        "started_at,outcome,milliseconds,rows,usd,message,sql",
                        "2026-11-26T12:00:00Z,failed,0,,,\"'@oops\",\"'=cmd|' /C calc'!A0\"",
                        "2026-11-26T12:00:00Z,answered,3,1,0.000001,,\"SELECT \"\"a\"\",\n'b'\"");
    }

    @Test
    void hasAllOfALongHistoryOnce() throws IOException {
        for (int number = 1; number <= 250; number++) {
            run("SELECT " + number);
        }

        assertThat(csv().lines().skip(1).map(line -> line.replaceAll(".*SELECT (\\d+)\"", "$1")))
                .hasSize(250)
                .startsWith("250", "249")
                .endsWith("2", "1")
                .doesNotHaveDuplicates();
    }

    private UUID run(String sql) {
        UUID id = UUID.randomUUID();
        history.started(owner, id, sql);
        return id;
    }

    private String csv() throws IOException {
        var out = new StringWriter();
        new HistoryCsv(history).write(owner, out);
        return out.toString();
    }
}
