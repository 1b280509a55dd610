package io.duckboard.security.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.List;

/**
 * Makes those wait who try many passwords: for one name from one address, for one name from anywhere, and from one
 * address for any names. It counts in time that passes, so it does not matter to which time a clock is set.
 */
final class Throttle {

    static final Duration WAIT = Duration.ofMinutes(5);

    /** A person who has forgotten a password tries a few; for a machine it is nothing. */
    static final int FOR_A_NAME = 10;

    /** More than a person, so that a stranger alone keeps nobody out. */
    static final int FOR_A_NAME_FROM_ANYWHERE = 100;

    /** Behind one address there may be an office. */
    static final int FROM_AN_ADDRESS = 50;

    /** Whoever tries more names or addresses than this finds the oldest ones forgotten. */
    private static final int MOST = 100_000;

    private final Cache<List<String>, Integer> pairs;
    private final Cache<String, Integer> names;
    private final Cache<String, Integer> addresses;

    Throttle(Ticker ticker) {
        this.pairs = cache(ticker);
        this.names = cache(ticker);
        this.addresses = cache(ticker);
    }

    private static <K> Cache<K, Integer> cache(Ticker ticker) {
        return Caffeine.newBuilder()
                .expireAfterWrite(WAIT)
                .maximumSize(MOST)
                .ticker(ticker)
                .build();
    }

    /**
     * Counts a try before it is made, so that many at once are as many. One that is refused for its name does not
     * count for its address, and none goes on counting once it is refused, so that a wait has an end.
     *
     * @return whether it may be made
     */
    boolean admits(String name, String address) {
        return take(pairs, List.of(name, address), FOR_A_NAME)
                && take(names, name, FOR_A_NAME_FROM_ANYWHERE)
                && take(addresses, address, FROM_AN_ADDRESS);
    }

    /** Forgets what was counted for the name, whose password was right. */
    void succeeded(String name, String address) {
        pairs.invalidate(List.of(name, address));
        names.invalidate(name);
        addresses.asMap().computeIfPresent(address, (_, tries) -> tries > 1 ? tries - 1 : null);
    }

    private static <K> boolean take(Cache<K, Integer> tries, K key, int most) {
        Integer made = tries.getIfPresent(key);
        return (made == null || made < most) && tries.asMap().merge(key, 1, Integer::sum) <= most;
    }
}
