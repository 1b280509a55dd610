package io.duckboard.cli.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.cli.terminal.StandardInput;
import io.duckboard.cli.terminal.Terminal;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.security.ScramVerifier;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** A password becomes a hash, which goes into the file of users. */
class UserCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"correct horse", "correct horse\n", "correct horse\r\nand more"})
    void printsTheHashOfTheFirstLineOfStandardInput(String input) {
        int code = UserCommand.line(terminal(), input(input)).execute("hash");

        String printed = out.toString(StandardCharsets.UTF_8).strip();
        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(printed).startsWith("{bcrypt}$2a$10$").doesNotContain("horse");
        String[] hashes = printed.substring("{bcrypt}".length()).split(":", 2);
        assertThat(new BCryptPasswordEncoder().matches("correct horse", hashes[0]))
                .isTrue();
        assertThat(new ScramVerifier(hashes[1]).text()).startsWith("SCRAM-SHA-256$4096:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "äöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöü"})
    void refusesAPasswordThatIsTooShortOrLongerThanBcryptReads(String password) {
        assertThatThrownBy(() -> NewPassword.of(input(password)).ask())
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("This password is too");
    }

    /** A terminal that nobody sits at. */
    @Test
    void asksNobodyWhereThereIsNobody() {
        assertThatThrownBy(() -> NewPassword.of(new StandardInput(new ByteArrayInputStream(new byte[0]), true))
                        .ask())
                .isInstanceOf(FailureException.class)
                .extracting(failure -> ((FailureException) failure).hint())
                .asString()
                .contains("standard input");
    }

    private Terminal terminal() {
        return new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), System.err, 80, false);
    }

    private static StandardInput input(String text) {
        return new StandardInput(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), false);
    }
}
