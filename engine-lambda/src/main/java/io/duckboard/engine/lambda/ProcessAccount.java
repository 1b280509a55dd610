package io.duckboard.engine.lambda;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/** What Linux knows of processes, proc(5). Read by the plainest means, since each finer one costs a cold start. */
final class ProcessAccount {

    private ProcessAccount() {}

    /** @return empty where the system has no such account, or shows it to no one */
    static Optional<String> text(String file) {
        try (InputStream account = new FileInputStream(file)) {
            return Optional.of(new String(account.readAllBytes(), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The first number behind {@code name}; empty where there is no account, no such name, or a word in its place. */
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
