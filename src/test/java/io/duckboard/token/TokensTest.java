package io.duckboard.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.testing.Attack;
import io.duckboard.security.Owner;
import io.duckboard.security.Person;
import io.duckboard.security.Role;
import io.duckboard.testing.KeptHome;
import io.duckboard.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token is what its owner may do, for as long as it is valid, and its secret is kept by nobody. */
@Attack("Tokens are forged, used after their end, or used for more than their owner may do")
class TokensTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    @RegisterExtension
    static final KeptHome HOME = new KeptHome();

    private final SettableClock clock = new SettableClock();
    private final Map<Owner, Role> roles = new HashMap<>();
    private final Owner ann = new Owner("user:" + UUID.randomUUID());
    private final Tokens tokens = new Tokens(HOME.database(), clock, owner -> Optional.ofNullable(roles.get(owner)));

    TokensTest() {
        roles.put(ann, Role.ANALYST);
    }

    @Test
    void letInWhoeverHasOne() {
        IssuedToken issued = issue(Role.ANALYST);

        assertThat(tokens.check(issued.text()))
                .isEqualTo(new TokenCheck.Accepted(issued.token(), new Person(ann.name(), "ann", Role.ANALYST)));
    }

    @Test
    void areKeptWithoutTheirSecrets() {
        IssuedToken issued = issue(Role.ANALYST);
        String secret = TokenText.of(issued.text()).orElseThrow().secret();

        assertThat(HOME.database()
                        .jdbc()
                        .sql("SELECT * FROM token WHERE id = ?")
                        .params(issued.token().id())
                        .query()
                        .singleRow()
                        .toString())
                .contains("SCRAM-SHA-256$4096:")
                .doesNotContain(secret);
    }

    @Test
    void refuseOneThatNobodyMade() {
        TokenText made = TokenText.of(issue(Role.ANALYST).text()).orElseThrow();
        TokenText another = TokenText.of(issue(Role.ANALYST).text()).orElseThrow();

        assertThat(tokens.check("duckboard_" + made.id() + "_" + another.secret()))
                .isEqualTo(TokenCheck.Refused.UNKNOWN);
        assertThat(tokens.check("")).isEqualTo(TokenCheck.Refused.UNKNOWN);
    }

    @Test
    void endWhenTheirTimeIsOver() {
        IssuedToken issued = issue(Role.ANALYST);

        clock.advance(NewToken.USUAL.minusMillis(1));
        assertThat(tokens.check(issued.text())).isInstanceOf(TokenCheck.Accepted.class);
        clock.advance(Duration.ofMillis(1));
        assertThat(tokens.check(issued.text())).isEqualTo(TokenCheck.Refused.EXPIRED);
    }

    @Test
    void endWhenTheyAreRevoked() {
        IssuedToken issued = issue(Role.ANALYST);

        assertThat(tokens.revoke(issued.token().id()).revokedAt()).contains(NOW);

        assertThat(tokens.check(issued.text())).isEqualTo(TokenCheck.Refused.REVOKED);
    }

    @Test
    void stayRevokedSinceTheFirstTime() {
        IssuedToken issued = issue(Role.ANALYST);
        tokens.revoke(issued.token().id());
        clock.advance(Duration.ofSeconds(5));

        assertThat(tokens.revoke(issued.token().id()).revokedAt()).contains(NOW);
    }

    @Test
    void countAsTheRoleThatTheirOwnerHasNow() {
        IssuedToken issued = issue(Role.ANALYST);

        roles.put(ann, Role.VIEWER);
        assertThat(role(issued)).isEqualTo(Role.VIEWER);
        roles.put(ann, Role.OPERATOR);
        assertThat(role(issued)).isEqualTo(Role.ANALYST);
    }

    @Test
    void endWithTheirOwner() {
        IssuedToken issued = issue(Role.ANALYST);

        roles.remove(ann);

        assertThat(tokens.check(issued.text())).isEqualTo(TokenCheck.Refused.OF_NOBODY);
    }

    @Test
    void areNeverForMoreThanTheirOwnerMayDo() {
        assertThatThrownBy(() -> issue(Role.OPERATOR))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("no more than its owner, who is analyst");
    }

    @Test
    void areForNobodyWhoIsNotKnown() {
        roles.remove(ann);

        assertThatThrownBy(() -> issue(Role.VIEWER)).hasMessageContaining("Nobody is known here as user:");
    }

    @Test
    void mayBelongToAProgramThatOwnsWhatItKeeps() {
        IssuedToken issued =
                tokens.issue(new NewToken("nightly report", Role.OPERATOR, Optional.empty(), Duration.ofDays(1)));

        assertThat(issued.token().owner())
                .isEqualTo(new Owner("token:" + issued.token().id()));
        assertThat(tokens.check(issued.text()))
                .isInstanceOfSatisfying(
                        TokenCheck.Accepted.class,
                        accepted -> assertThat(accepted.person())
                                .isEqualTo(new Person(issued.token().owner().name(), "nightly report", Role.OPERATOR)));
    }

    @Test
    void showTheirLastUseToTheMinute() {
        IssuedToken issued = issue(Role.ANALYST);
        assertThat(lastUse()).isEmpty();

        tokens.check(issued.text());
        clock.advance(Duration.ofSeconds(59));
        tokens.check(issued.text());
        assertThat(lastUse()).contains(NOW);

        clock.advance(Duration.ofSeconds(1));
        tokens.check(issued.text());
        assertThat(lastUse()).contains(NOW.plusSeconds(60));
    }

    @Test
    void areListedForAMonthAfterTheirEnd() {
        issue(Role.VIEWER);
        IssuedToken revoked = issue(Role.VIEWER);
        tokens.revoke(revoked.token().id());

        clock.advance(Duration.ofDays(31));
        issue(Role.VIEWER);

        assertThat(tokens.of(ann))
                .hasSize(2)
                .noneMatch(token -> token.id().equals(revoked.token().id()));
        assertThat(tokens.all()).containsAll(tokens.of(ann));
    }

    @Test
    void areNotMoreThanAnOwnerCanHaveALookAt() {
        for (int i = 0; i < Tokens.MOST_OF_AN_OWNER; i++) {
            issue(Role.VIEWER);
        }

        assertThatThrownBy(() -> issue(Role.VIEWER)).hasMessageContaining("more than 200");
    }

    @Test
    void sayThatThereIsNoSuchOne() {
        assertThatThrownBy(() -> tokens.revoke("nothing")).hasMessageContaining("There is no token nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines"})
    void haveANameOfOneLine(String name) {
        assertThatThrownBy(() -> new NewToken(name, Role.VIEWER, Optional.empty(), NewToken.USUAL))
                .isInstanceOf(FailureException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 367})
    void endWithinAYear(long days) {
        assertThatThrownBy(() -> new NewToken("name", Role.VIEWER, Optional.empty(), Duration.ofDays(days)))
                .isInstanceOf(FailureException.class);
    }

    private Optional<Instant> lastUse() {
        return tokens.of(ann).getFirst().lastUsedAt();
    }

    private Role role(IssuedToken issued) {
        return ((TokenCheck.Accepted) tokens.check(issued.text())).person().role();
    }

    private IssuedToken issue(Role role) {
        return tokens.issue(
                new NewToken("notebook", role, Optional.of(new NewToken.TokenOwner(ann, "ann")), NewToken.USUAL));
    }
}
