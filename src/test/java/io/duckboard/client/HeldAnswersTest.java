package io.duckboard.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Metadata;
import io.duckboard.engine.protocol.Parameter;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.Truncation;
import io.duckboard.engine.protocol.Usage;
import io.duckboard.security.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** An answer is given again only if the engine has just said that it is still right. */
class HeldAnswersTest {

    private static final Request.Query QUERY = Request.Query.of("SELECT sum(n) FROM numbers");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final AtomicLong now = new AtomicLong();
    private final HeldAnswers answers = new HeldAnswers(now::get);
    private final List<String> asked = new ArrayList<>();
    private String published = "one";

    @Test
    void givesTheSameRowsAndSaysSinceWhenTheyAreRight() {
        QueryOutcome.Answered first = ask(QUERY);
        later();
        QueryOutcome.Answered second = ask(QUERY);

        assertThat(asked).containsExactly("", "one");
        assertThat(first.unchangedSince()).isEmpty();
        assertThat(second.unchangedSince()).contains(Instant.EPOCH);
        assertThat(second.answer().rows()).isEqualTo(first.answer().rows());
        assertThat(second.answer().metadata().rowCount()).isEqualTo(1);
    }

    @Test
    void givesTheNewRowsOnceTheyAreOthers() {
        ask(QUERY);
        later();
        published = "two";

        assertThat(ask(QUERY).answer().rows()).containsExactly(List.of("two"));
        later();
        assertThat(ask(QUERY).unchangedSince()).isPresent();
        assertThat(asked).containsExactly("", "one", "two");
    }

    @Test
    void takesEveryPartOfAQueryForTheQuery() {
        ask(QUERY);
        ask(QUERY.limit(7));
        ask(QUERY.parameters(Map.of("n", new Parameter(Parameter.Type.BIGINT, "7"))));
        ask(QUERY.parameters(Map.of("n", new Parameter(Parameter.Type.BIGINT, "8"))));

        assertThat(asked).containsExactly("", "", "", "");
    }

    @Test
    void givesNobodyWhatAnotherRoleWasTold() {
        ask(QUERY);
        answers.ask(QUERY, Role.VIEWER, this::reply);

        assertThat(asked).containsExactly("", "");
    }

    @Test
    void keepsNothingThatHasNoVersion() {
        published = "";

        ask(QUERY);
        ask(QUERY);

        assertThat(asked).containsExactly("", "");
    }

    @Test
    void forgetsAnAnswerAfterAFailure() {
        ask(QUERY);
        later();
        answers.ask(
                QUERY,
                Role.OPERATOR,
                query -> new HeldAnswers.Reply.Anew(
                        new QueryOutcome.Failed(Problem.of(ErrorCode.LAKE_UNAVAILABLE, "The lake is away."))));

        ask(QUERY);

        assertThat(asked).containsExactly("", "");
    }

    @Test
    void asksOnceForThePartsOfAPage() {
        Request.Query other = Request.Query.of("SELECT count(*) FROM numbers");
        ask(QUERY);
        ask(other);
        later();

        assertThat(ask(QUERY).unchangedSince()).isPresent();
        assertThat(ask(other).unchangedSince()).isPresent();

        assertThat(asked).containsExactly("", "", "one");
    }

    @Test
    void waitsForTheAnswerOfAnotherPart() throws InterruptedException {
        Request.Query other = Request.Query.of("SELECT count(*) FROM numbers");
        ask(QUERY);
        ask(other);
        later();
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(() -> answers.ask(QUERY, Role.OPERATOR, query -> {
            begun.countDown();
            await(end);
            return reply(query);
        }));
        begun.await();
        var second = CompletableFuture.supplyAsync(() -> ask(other));

        end.countDown();

        assertThat(first.join()).isInstanceOf(QueryOutcome.Answered.class);
        assertThat(second.join().answer().rows()).containsExactly(List.of("one"));
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void later() {
        now.addAndGet(SECOND.toNanos());
    }

    private QueryOutcome.Answered ask(Request.Query query) {
        return (QueryOutcome.Answered) answers.ask(query, Role.OPERATOR, this::reply);
    }

    private HeldAnswers.Reply reply(Request.Query query) {
        String version = query.unless().orElseThrow();
        asked.add(version);
        return !published.isEmpty() && version.equals(published)
                ? new HeldAnswers.Reply.Unchanged(metadata(query), SECOND)
                : new HeldAnswers.Reply.Anew(new QueryOutcome.Answered(
                        new Answer.Rows(metadata(query), List.of(List.of(published))), SECOND));
    }

    private Metadata metadata(Request.Query query) {
        return new Metadata(
                SECOND,
                Instant.EPOCH,
                "event",
                query.sql(),
                true,
                List.of(),
                1,
                Truncation.NONE,
                Usage.NONE,
                "",
                "engine",
                published.isEmpty() ? Optional.empty() : Optional.of(published));
    }
}
