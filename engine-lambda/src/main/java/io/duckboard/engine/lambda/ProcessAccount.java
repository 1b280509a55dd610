package io.duckboard.engine.lambda;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Linux's figures about processes, proc(5). Read by the simplest means, since anything more elaborate slows a cold
 * start.
 */
final class ProcessAccount {

    private ProcessAccount() {}

    /** @return empty if the system does not have these figures, or does not show them */
    static Optional<String> text(String file) {
        try (InputStream account = new FileInputStream(file)) {
            return Optional.of(new String(account.readAllBytes(), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * The first number after {@code name}; empty if there are no figures, no such name, or a word instead of a number.
     */
    static OptionalLong number(String file, String name) {
        Optional<String> account = text(file);
        if (account.isEmpty()) {
            return OptionalLong.empty();
        }
        String text = account.get();
        int at = text.indexOf(name);
        if (at < 0) {
            return OptionalLong.empty();
        }
        int from = at + name.length();
        while (from < text.length() && (text.charAt(from) == ' ' || text.charAt(from) == '\t')) {
            from++;
        }
        int to = from;
        long number = 0;
        for (; to < text.length() && text.charAt(to) >= '0' && text.charAt(to) <= '9'; to++) {
            number = number * 10 + text.charAt(to) - '0';
        }
        return to == from ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
