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
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    @Test
    void makesAFileWithOneOperatorAndPrintsThePasswordOnce(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("users");

        assertThat(first(file, "--name", "ann")).isEqualTo(ExitCode.DONE);

        String printed = out.toString(StandardCharsets.UTF_8);
        Matcher said = Pattern.compile("Sign in as ann with the password (\\S{20});.*\\R")
                .matcher(printed);
        assertThat(said.matches()).as(printed).isTrue();
        String made = Files.readString(file);
        Matcher line = Pattern.compile("# name:role:hash\nann:operator:\\{bcrypt}(\\S+)\n")
                .matcher(made);
        assertThat(line.matches()).as(made).isTrue();
        assertThat(new BCryptPasswordEncoder().matches(said.group(1), line.group(1)))
                .isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");

        out.reset();
        assertThat(first(file, "--name", "bob")).isEqualTo(ExitCode.DONE);
        assertThat(out.size()).isZero();
        assertThat(file).hasContent(made);
    }

    @Test
    void makesNoFileForANameThatNobodyCouldSignInBy(@TempDir Path folder) {
        assertThat(first(folder.resolve("users"), "--name", "a:b")).isNotEqualTo(ExitCode.DONE);
        assertThat(folder).isEmptyDirectory();
    }

    private int first(Path file, String... options) {
        List<String> line = new ArrayList<>(List.of("first", file.toString()));
        line.addAll(List.of(options));
        return UserCommand.line(terminal(), input("")).execute(line.toArray(String[]::new));
    }

    private Terminal terminal() {
        return new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), System.err, 80, false);
    }

    private static StandardInput input(String text) {
        return new StandardInput(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), false);
    }
}
