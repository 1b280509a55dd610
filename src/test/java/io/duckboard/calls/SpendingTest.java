package io.duckboard.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.client.QueryService;
import io.duckboard.database.HomeDatabase;
import io.duckboard.security.Asker;
import io.duckboard.testing.Calls;
import io.duckboard.testing.KeptHome;
import io.duckboard.testing.ScriptedEngine;
import io.duckboard.testing.SettableClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What calls have cost is known by day and month, after a restart as well. */
class SpendingTest {

    @RegisterExtension
    static final KeptHome HOME = new KeptHome();

    private final SettableClock clock = new SettableClock();

    @Test
    void addsUpTheDayAndTheMonthAcrossRestarts() {
        try (Spending spending = spending(HOME.database())) {
            spending.add(Calls.call(Calls.answer(true, "0.25"), Duration.ZERO));
            spending.add(Calls.call(Calls.answer(true, "0.0000000001"), Duration.ZERO));
            assertThat(spending.today()).isEqualByComparingTo("0.2500000001");
        }
        try (Spending spending = spending(HOME.restart())) {
            spending.add(Calls.call(Calls.answer(true, "0.5"), Duration.ZERO));
            assertThat(spending.today()).isEqualByComparingTo("0.7500000001");

            clock.advance(Duration.ofDays(1));
            assertThat(spending.today()).isZero();
            assertThat(spending.month()).isEqualByComparingTo("0.7500000001");

            clock.advance(Duration.ofDays(31));
            assertThat(spending.month()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"7.99, WITHIN", "8, NEARLY_USED", "9.99, NEARLY_USED", "10, EXCEEDED", "11, EXCEEDED"})
    void warnsFromFourFifthsOfTheBudgetOn(BigDecimal month, Budget.State state) {
        assertThat(new Budget(Optional.of(BigDecimal.TEN)).state(month)).isEqualTo(state);
    }

    @Test
    void warnsOfNothingWithoutABudget() {
        assertThat(new Budget(Optional.of(BigDecimal.ZERO)).state(BigDecimal.TEN))
                .isEqualTo(Budget.State.WITHIN);
    }

    private Spending spending(HomeDatabase database) {
        return new Spending(database, new QueryService(new ScriptedEngine(), Asker::everyone), clock);
    }
}
