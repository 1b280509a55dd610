package io.duckboard.sqlpage.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.client.QueryOutcome;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request;
import io.duckboard.security.Owner;
import io.duckboard.testing.KeptHome;
import io.duckboard.testing.ObservedEngine;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every run is stored with its outcome until it is deleted. */
class HistoryTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00.123456Z");

    @RegisterExtension
    private static final KeptHome HOME = new KeptHome();

    private final Owner owner = new Owner(UUID.randomUUID().toString());
    private final History history = new History(HOME.database(), Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void tellsOfAnAnswer() {
        UUID id = run("FROM trips");

        history.ended(id, ObservedEngine.rows(Request.Query.of("FROM trips")));

        HistoryEntry entry = only();
        assertThat(entry.queryId()).isEqualTo(id);
        assertThat(entry.startedAt()).isEqualTo(NOON);
        assertThat(entry.sql()).isEqualTo("FROM trips");
        assertThat(entry.outcome()).isEqualTo(HistoryOutcome.ANSWERED);
        assertThat(entry.message()).isEmpty();
        assertThat(entry.took()).contains(Duration.ofMillis(3));
        assertThat(entry.rows()).hasValue(1);
        assertThat(entry.usd()).contains(new BigDecimal("0.000001"));
    }

    @Test
    void tellsOfAnExport() {
        UUID id = run("FROM trips");

        history.ended(id, ObservedEngine.file(Request.Query.of("FROM trips").queryId(id)));

        assertThat(only().outcome()).isEqualTo(HistoryOutcome.EXPORTED);
    }

    @Test
    void tellsWhyThereWasNoAnswer() {
        var later = new History(HOME.database(), Clock.fixed(NOON.plusSeconds(2), ZoneOffset.UTC));
        UUID id = run("FROM trps");

        later.ended(id, new QueryOutcome.Failed(Problem.of(ErrorCode.UNKNOWN_NAME, "No table trps. ".repeat(100))));

        assertThat(only().outcome()).isEqualTo(HistoryOutcome.FAILED);
        assertThat(only().message().orElseThrow()).startsWith("No table trps.").hasSizeLessThanOrEqualTo(500);
        assertThat(only().took()).contains(Duration.ofSeconds(2));
        assertThat(only().rows()).isEmpty();
        assertThat(only().usd()).isEmpty();
    }

    @Test
    void tellsCancelsTimeoutsAndSilencesApart() {
        history.ended(run("1"), new QueryOutcome.Failed(Problem.of(ErrorCode.CANCELLED, "Cancelled.")));
        history.ended(run("2"), new QueryOutcome.Failed(Problem.of(ErrorCode.TIMEOUT, "Too long.")));
        history.ended(run("3"), new QueryOutcome.Unreachable("Nobody answers.", "Start it."));
        run("4");

        assertThat(all())
                .extracting(HistoryEntry::outcome)
                .containsExactly(
                        HistoryOutcome.RUNNING,
                        HistoryOutcome.UNREACHABLE,
                        HistoryOutcome.TIMED_OUT,
                        HistoryOutcome.CANCELLED);
    }

    @Test
    void saysOfWhatRanWhenTheAppEndedThatItWasInterrupted() {
        run("running");
        history.ended(run("done"), ObservedEngine.rows(Request.Query.of("done")));

        HOME.restart();
        var restarted = new History(HOME.database(), Clock.systemUTC());

        assertThat(restarted.search(owner, "", 0, 9))
                .extracting(HistoryEntry::outcome)
                .containsExactly(HistoryOutcome.ANSWERED, HistoryOutcome.INTERRUPTED);
    }

    @Test
    void findsTextsAndNoPatterns() {
        run("SELECT '100%'");
        run("SELECT a_b");
        run("SELECT 'axb', 100, 'Ünïcode 鴨'");

        assertThat(found("%")).containsExactly("SELECT '100%'");
        assertThat(found("a_b")).containsExactly("SELECT a_b");
        assertThat(found("ünÏcode 鴨")).hasSize(1);
        assertThat(found("\\")).isEmpty();
        assertThat(found("select")).hasSize(3);
        assertThat(history.count(owner, "'AXB'")).isEqualTo(1);
        assertThat(history.count(owner, "")).isEqualTo(3);
    }

    @Test
    void isReadPageByPageFromTheNewest() {
        for (int number = 1; number <= 5; number++) {
            run("SELECT " + number);
        }

        assertThat(history.search(owner, "", 1, 2))
                .extracting(HistoryEntry::sql)
                .containsExactly("SELECT 4", "SELECT 3");
    }

    @Test
    void forgetsOneOrAllOfAnOwners() {
        UUID one = run("SELECT 1");
        run("SELECT 2");
        var stranger = new Owner("stranger of " + owner.name());
        history.started(stranger, UUID.randomUUID(), "theirs");

        history.forget(stranger, one);
        assertThat(all()).hasSize(2);
        history.forget(owner, one);
        assertThat(found("")).containsExactly("SELECT 2");
        history.forgetAll(owner);

        assertThat(all()).isEmpty();
        assertThat(history.count(stranger, "")).isEqualTo(1);
        history.ended(one, new QueryOutcome.Unreachable("Forgotten meanwhile.", ""));
        assertThat(all()).isEmpty();
    }

    @Test
    void keepsTheNewestTenThousand() {
        boolean isPostgres = HOME.database().isShared();
        HOME.database()
                .jdbc()
                .sql("""
                        INSERT INTO history (query_id, owner, started_at, sql_text, outcome)
                        SELECT %s, ?, current_timestamp, 'SELECT ' || x, 'ANSWERED' FROM %s(1, ?) AS numbers (x)""".formatted(
                                isPostgres ? "gen_random_uuid()" : "random_uuid()",
                                isPostgres ? "generate_series" : "system_range"))
                .params(owner.name(), History.MOST_KEPT)
                .update();

        run("the newest");

        assertThat(history.count(owner, "")).isEqualTo(History.MOST_KEPT);
        assertThat(history.search(owner, "", 0, 1))
                .extracting(HistoryEntry::sql)
                .containsExactly("the newest");
        assertThat(history.search(owner, "", History.MOST_KEPT - 1, 1))
                .extracting(HistoryEntry::sql)
                .containsExactly("SELECT 2");
    }

    @Test
    void keepsTheLongestThatRunsAndTheStartOfWhatIsLonger() {
        run("x".repeat(300 * 1024));

        assertThat(only().sql()).isEqualTo("x".repeat(256 * 1024));
    }

    private UUID run(String sql) {
        UUID id = UUID.randomUUID();
        history.started(owner, id, sql);
        return id;
    }

    private List<HistoryEntry> all() {
        return history.search(owner, "", 0, 100);
    }

    private HistoryEntry only() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }

    private List<String> found(String text) {
        return history.search(owner, text, 0, 100).stream()
                .map(HistoryEntry::sql)
                .toList();
    }
}
