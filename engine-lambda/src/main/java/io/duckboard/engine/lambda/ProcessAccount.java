package io.duckboard.engine.lambda;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

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
}
