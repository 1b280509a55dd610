package io.duckboard.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duckboard.audit.Audit;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.protocol.CallerId;
import io.duckboard.security.Asker;
import io.duckboard.security.Origin;
import io.duckboard.security.Owner;
import io.duckboard.security.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Roles have limits, and single people have others. */
class LimitSettingsTest {

    @TempDir
    private Path folder;

    @Test
    void boundNobodyWhereNobodySignsInAndNothingIsSet() {
        LimitSettings settings = settings(Optional.empty(), Optional.empty());

        for (Role role : Role.values()) {
            assertThat(settings.of(role, false)).as(role.word()).isEqualTo(Allowance.UNBOUNDED);
        }
    }

    @Test
    void boundViewersAndAnalystsOfATeamAndNotItsOperators() {
        LimitSettings settings = settings(Optional.empty(), Optional.empty());

        assertThat(settings.of(Role.VIEWER, true).perMinute()).hasValue(600);
        assertThat(settings.of(Role.ANALYST, true).isBoundByDay()).isTrue();
        assertThat(settings.of(Role.OPERATOR, true)).isEqualTo(Allowance.UNBOUNDED);
    }

    @Test
    void nameTheSettingThatCannotBeRead() {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() ->
                        settings(Optional.of("quries=4"), Optional.empty()).of(Role.ANALYST, true))
                .withMessage("DUCKBOARD_LIMIT_ANALYST cannot be read: It does not say a limit where it says quries=4.");
    }

    @Test
    void giveAPersonTheirOwnAndOtherwiseTheRoles() throws IOException {
        Path people = people("# these\n\nann: queries=7\noidc:a:b@c : none\n");
        var allowances = allowances(people);

        assertThat(allowances.apply(asker("user:ann")).queries()).hasValue(7);
        assertThat(allowances.apply(asker("user:ann")).perMinute()).hasValue(3);
        assertThat(allowances.apply(asker("oidc:a:b@c"))).isEqualTo(Allowance.UNBOUNDED);
        assertThat(allowances.apply(asker("user:bob")).queries()).isEqualTo(OptionalInt.of(2));
    }

    @Test
    void areReadAnewAndStayWhileTheyCannotBe() throws IOException {
        Path people = people("ann: queries=7");
        var allowances = allowances(people);

        Files.writeString(people, "ann: queries=11");
        assertThat(allowances.apply(asker("user:ann")).queries()).hasValue(11);

        Files.writeString(people, "ann: queries=many");
        assertThat(allowances.apply(asker("user:ann")).queries()).hasValue(11);

        Files.delete(people);
        assertThat(allowances.apply(asker("user:ann")).queries()).hasValue(11);
    }

    @Test
    void nameTheLineThatCannotBeRead() throws IOException {
        Path people = people("ann: queries=7\nbob: queries=x");

        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> allowances(people))
                .withMessageStartingWith("Line 2 of " + people + " cannot be read: ");
    }

    @Test
    void takeNoSecondLineForAPerson() throws IOException {
        Path people = people("ann: queries=7\nann: queries=8");

        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> allowances(people))
                .withMessageContaining("earlier line for ann");
    }

    private Path people(String lines) throws IOException {
        return Files.writeString(folder.resolve("limits"), lines);
    }

    private static Function<Asker, Allowance> allowances(Path people) {
        return LimitConfiguration.allowances(
                settings(Optional.of("queries=2 per-minute=3"), Optional.of(people.toString())), true, Audit.off());
    }

    private static LimitSettings settings(Optional<String> analyst, Optional<String> users) {
        return new LimitSettings(Optional.empty(), analyst, Optional.empty(), users);
    }

    private static Asker asker(String owner) {
        return new Asker(new Owner(owner), "somebody", Role.ANALYST, CallerId.random(), Origin.APP);
    }
}
