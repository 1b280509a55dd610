package io.duckboard.engine.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The functions whose result depends on their arguments alone: not on a clock, on chance, on settings or on what the
 * system knows. {@code duckdb_functions().stability} does not tell: now() is CONSISTENT_WITHIN_QUERY, and age(x), which
 * reads the clock, CONSISTENT. So deterministic.txt lists what is known, and a function that is not listed counts as
 * none.
 */
final class DeterministicFunctions {

    private static final Set<String> NAMES = read();

    private DeterministicFunctions() {}

    static boolean contain(Collection<String> functions) {
        return NAMES.containsAll(functions);
    }

    private static Set<String> read() {
        try (InputStream list = DeterministicFunctions.class.getResourceAsStream("deterministic.txt")) {
            return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("The list of functions cannot be read", e);
        }
    }
}
