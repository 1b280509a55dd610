package io.duckboard.limit;

import io.duckboard.engine.failure.Failure;
import io.duckboard.format.Figures;
import io.duckboard.security.Asker;
import io.duckboard.security.Owner;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts what people ask, and refuses what is too much. All sessions and tokens of a person count together; where nobody
 * signs in, everybody is one person. What a query reads and costs is known when it has ended, so the one that crosses
 * the line of a day still gets its answer, and the next one does not begin.
 */
public final class Limits {

    /** Queries end at any time. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Function<Asker, Allowance> allowances;
    private final UseBook book;
    private final Clock clock;
    private final LongSupplier nanoseconds;
    private final Map<Owner, Tally> tallies = new HashMap<>();
    private final Map<Owner, Used> used = new HashMap<>();
    private @Nullable DayOfUse day;
    private LocalDate counted = LocalDate.EPOCH;

    /** @param nanoseconds a clock that only goes forward */
    Limits(Function<Asker, Allowance> allowances, UseBook book, Clock clock, LongSupplier nanoseconds) {
        this.allowances = allowances;
        this.book = book;
        this.clock = clock;
        this.nanoseconds = nanoseconds;
    }

    /** Returns limits that nobody ever reaches. */
    public static Limits none() {
        return new Limits(_ -> Allowance.UNBOUNDED, new NoBook(), Clock.systemUTC(), System::nanoTime);
    }

    /** Returns what somebody may ask at present. */
    public Allowance of(Asker asker) {
        return allowances.apply(asker);
    }

    /** Returns what somebody has used today, as far as a bound of the day has it counted. */
    public synchronized Used usedToday(Asker asker) {
        today();
        return used.getOrDefault(asker.owner(), Used.NOTHING);
    }

    /** Returns in what time a day begins on which nothing is used yet. */
    public synchronized Duration toTheNextDay() {
        return today().toItsEnd();
    }

    /** Begins a query, unless it would be too much. */
    public synchronized Admission admit(Asker asker) {
        Allowance allowance = of(asker);
        Owner owner = asker.owner();
        long now = nanoseconds.getAsLong();
        Tally mine = tallies.computeIfAbsent(owner, _ -> new Tally());
        Optional<Admission> refusal = refusal(allowance, owner, mine, now);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        mine.begin(now);
        return new Admission.Admitted(new Permit(this, owner, allowance, now));
    }

    private Optional<Admission> refusal(Allowance allowance, Owner owner, Tally mine, long now) {
        if (allowance.queries().isPresent()
                && mine.running() >= allowance.queries().getAsInt()) {
            return refused(
                    (mine.running() == 1 ? "1 query of yours is" : mine.running() + " queries of yours are")
                            + " running, as many as may at once (queries="
                            + allowance.queries().getAsInt() + ").",
                    "Wait until one has ended, or cancel one.",
                    SOON);
        }
        if (allowance.perMinute().isPresent()
                && mine.withinAMinute(now) >= allowance.perMinute().getAsInt()) {
            int most = allowance.perMinute().getAsInt();
            Duration freeIn = mine.untilFewerThan(most, now);
            return refused(
                    "You have asked " + (most == 1 ? "1 query" : most + " queries")
                            + " in the last minute, as many as you may (per-minute=" + most + ").",
                    "The next is free in " + Figures.span(freeIn) + ".",
                    freeIn);
        }
        return allowance.isBoundByDay() ? refusalOfTheDay(allowance, owner) : Optional.empty();
    }

    private Optional<Admission> refusalOfTheDay(Allowance allowance, Owner owner) {
        Duration freeIn = today().toItsEnd();
        Used mine = used.getOrDefault(owner, Used.NOTHING);
        if (allowance.bytesPerDay().isPresent()
                && mine.bytes() >= allowance.bytesPerDay().getAsLong()) {
            return refusedForToday(
                    "read " + Figures.size(mine.bytes()),
                    "bytes-per-day=" + Figures.size(allowance.bytesPerDay().getAsLong()),
                    freeIn);
        }
        if (allowance.usdPerDay().isPresent()
                && mine.usd().compareTo(allowance.usdPerDay().get()) >= 0) {
            return refusedForToday(
                    "used " + Figures.price(mine.usd()),
                    "dollars-per-day=" + allowance.usdPerDay().get().toPlainString(),
                    freeIn);
        }
        return Optional.empty();
    }

    private static Optional<Admission> refusedForToday(String what, String limit, Duration freeIn) {
        return refused(
                "You have " + what + " today, as much as you may (" + limit + ").",
                "You can ask again in " + Figures.span(freeIn) + ", when the next day of UTC begins.",
                freeIn);
    }

    private static Optional<Admission> refused(String message, String hint, Duration freeIn) {
        return Optional.of(new Admission.Refused(new Failure(message, hint), freeIn));
    }

    void use(Owner owner, Used more) {
        LocalDate on;
        synchronized (this) {
            today();
            on = counted;
            used.merge(owner, more, Used::plus);
        }
        book.note(on, owner, more).ifPresent(all -> known(on, owner, all));
    }

    /** Other apps may share the book: what the person has asked there counts here from now on. */
    private synchronized void known(LocalDate on, Owner owner, Used all) {
        if (on.equals(counted)) {
            used.merge(owner, all, Used::most);
        }
    }

    synchronized void takeBack(Owner owner, long begun) {
        Optional.ofNullable(tallies.get(owner)).ifPresent(mine -> mine.takeBack(begun));
    }

    synchronized void ended(Owner owner) {
        Optional.ofNullable(tallies.get(owner)).ifPresent(Tally::end);
        tallies.values().removeIf(one -> one.isIdle(nanoseconds.getAsLong()));
    }

    /** What is kept is read when it is first needed. */
    private DayOfUse today() {
        if (day == null) {
            day = new DayOfUse(book.open(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)), clock, nanoseconds);
        }
        LocalDate now = day.now();
        if (!now.equals(counted)) {
            used.clear();
            used.putAll(book.turnTo(now));
            counted = now;
        }
        return day;
    }

    private record NoBook() implements UseBook {

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
