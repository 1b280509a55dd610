package io.duckboard.calls;

import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param budgetUsd what the calls of a month are to cost at most, in US dollars; it stops nothing, and the Engine page warns */
@ConfigurationProperties("duckboard")
public record Budget(Optional<BigDecimal> budgetUsd) {

    /** The share of the budget at which it is time to look. */
    private static final BigDecimal WARNING = new BigDecimal("0.8");

    public Budget {
        budgetUsd = budgetUsd.filter(dollars -> dollars.signum() > 0);
    }

    /** How much of the budget a month has used. */
    public enum State {
        WITHIN,
        NEARLY_USED,
        EXCEEDED
    }

    public State state(BigDecimal month) {
        if (budgetUsd.isEmpty() || month.compareTo(budgetUsd.get().multiply(WARNING)) < 0) {
            return State.WITHIN;
        }
        return month.compareTo(budgetUsd.get()) < 0 ? State.NEARLY_USED : State.EXCEEDED;
    }
}
