package io.duckboard.security.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.security.Person;
import io.duckboard.security.Role;
import io.duckboard.security.ScramVerifier;
import io.duckboard.security.SignInEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of users says who may sign in, and as what; whoever starts the app hears of its mistakes. */
class UsersFileTest {

    private static final String HASH = "$2a$10$xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

    private final NotedSignIns log = new NotedSignIns();

    @TempDir
    private Path folder;

    @Test
    void hasALineForEachPerson() throws IOException {
        UsersFile users =
                open(file("# people\n\nann:viewer:{bcrypt}" + HASH + "\nbob o'hara@x:operator:{bcrypt}" + HASH + "\n"));

        assertThat(users.find("ann")).contains(new User("ann", Role.VIEWER, HASH, Optional.empty()));
        assertThat(users.find("bob o'hara@x").map(User::person))
                .contains(new Person("user:bob o'hara@x", "bob o'hara@x", Role.OPERATOR));
        assertThat(users.find("Ann")).isEmpty();
    }

    @Test
    void keepsAVerifierForClientsThatDoNotSendThePassword() throws IOException {
        ScramVerifier scram = ScramVerifier.of("correct horse");

        UsersFile users = open(file("ann:viewer:{bcrypt}" + HASH + ":" + scram.text()));

        assertThat(users.find("ann")).contains(new User("ann", Role.VIEWER, HASH, Optional.of(scram)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann",
                "ann:viewer:secret",
                "ann:viewer:{noop}secret",
                "ann:viewer:{bcrypt}$2a$10$short",
                "ann:viewer:{bcrypt}" + HASH + ":SCRAM-SHA-256$secret",
                "ann:viewer:{bcrypt}" + HASH + ":secret",
                ":viewer:{bcrypt}$2a$10$xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
            })
    void doesNotStartWithALineThatCannotBeReadAndDoesNotRepeatIt(String line) throws IOException {
        Path file = file("bob:viewer:{bcrypt}" + HASH + "\n" + line);

        assertThatThrownBy(() -> open(file))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("Line 2 of " + file)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "admin", "VIEWER"})
    void knowsNoOtherRole(String role) throws IOException {
        Path file = file("ann:" + role + ":{bcrypt}" + HASH);

        assertThatThrownBy(() -> open(file))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("Line 1");
    }

    @Test
    void hasNobodyTwice() throws IOException {
        Path file = file(("ann:viewer:{bcrypt}" + HASH + "\n").repeat(2));

        assertThatThrownBy(() -> open(file))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("earlier line for ann");
    }

    @Test
    void doesNotStartWithoutTheFile() {
        assertThatThrownBy(() -> open(folder.resolve("nothing")))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("cannot be read")
                .extracting(failure -> ((FailureException) failure).hint())
                .asString()
                .contains("duckboard user hash");
    }

    @Test
    void letsNobodyInWhileTheFileIsAway() throws IOException {
        Path file = file("ann:viewer:{bcrypt}" + HASH);
        UsersFile users = open(file);

        Files.delete(file);
        assertThat(users.find("ann")).isEmpty();

        file("ann:viewer:{bcrypt}" + HASH);
        assertThat(users.find("ann")).isPresent();
    }

    @Test
    void losesOnlyTheLineThatCannotBeReadAnyMore() throws IOException {
        UsersFile users = open(file("ann:viewer:{bcrypt}" + HASH + "\nbob:viewer:{bcrypt}" + HASH));

        file("ann:viewer:{bcrypt}" + HASH + "\nbob:viewer:{bcrypt}");

        assertThat(users.find("ann")).isPresent();
        assertThat(users.find("bob")).isEmpty();
    }

    @Test
    void keepsTheEarlierOfTwoLines() throws IOException {
        UsersFile users = open(file("ann:viewer:{bcrypt}" + HASH));

        file("ann:viewer:{bcrypt}" + HASH + "\nann:operator:{bcrypt}" + HASH);

        assertThat(users.find("ann").map(User::role)).contains(Role.VIEWER);
    }

    @Test
    void losesOnlyTheLineWithALetterOfAnotherEncoding() throws IOException {
        UsersFile users = open(file("ann:viewer:{bcrypt}" + HASH));

        Files.write(
                folder.resolve("users"),
                ("ann:viewer:{bcrypt}" + HASH + "\njürgen:viewer:{bcrypt}" + HASH)
                        .getBytes(StandardCharsets.ISO_8859_1));

        assertThat(users.find("ann")).isPresent();
        assertThat(users.find("jürgen")).isEmpty();
    }

    private Path file(String lines) throws IOException {
        return Files.writeString(folder.resolve("users"), lines);
    }

    @Test
    void tellsWhoseLinesHaveChanged() throws IOException {
        Path file = file("ann:viewer:{bcrypt}" + HASH + "\nbob:viewer:{bcrypt}" + HASH);
        UsersFile users = open(file);

        Files.writeString(file, "ann:operator:{bcrypt}" + HASH);
        users.find("ann");

        assertThat(log.events())
                .containsExactly(new SignInEvent.PeopleChanged(
                        "The file of users has other lines for ann (operator), bob (gone)."));
    }

    private UsersFile open(Path file) {
        return UsersFile.open(file, log);
    }
}
