package io.duckboard.limit;

import io.duckboard.security.Owner;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Limits that are the same for everybody, and are forgotten with the test. */
public final class TestLimits {

    private TestLimits() {}

    /** @param allowance as in the settings */
    public static Limits of(String allowance) {
        Allowance everybodys = AllowanceText.read(allowance, Allowance.UNBOUNDED);
        return new Limits(_ -> everybodys, new NoHome(), Clock.systemUTC(), System::nanoTime);
    }

    private record NoHome() implements UseBook {

        @Override
        public LocalDate open(LocalDate stated) {
            return stated;
        }

        @Override
        public Map<Owner, Used> turnTo(LocalDate day) {
            return Map.of();
        }

        @Override
        public Optional<Used> note(LocalDate day, Owner owner, Used more) {
            return Optional.empty();
        }
    }
}
