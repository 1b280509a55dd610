package io.duckboard.cli.user;

import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.cli.terminal.Terminal;
import io.duckboard.engine.failure.FailureException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "first",
        description = {
            "Make a file of users with one operator, and print that person's password.",
            "A file that is there already stays as it is, and nothing is printed."
        },
        mixinStandardHelpOptions = true)
final class FirstCommand implements Callable<Integer> {

    /** Without those that are taken for one another, since somebody types it. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    /** This many of 31 letters are 99 bits. */
    private static final int LENGTH = 20;

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The file of users, as DUCKBOARD_USERS names it to the app.")
    private Path file = Path.of("");

    @Option(names = "--name", paramLabel = "NAME", description = "Who signs in; admin if not said.")
    private String name = "admin";

    FirstCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!name.matches("[\\p{L}\\p{N}._@-]{1,100}")) {
            throw new FailureException("This is no name to sign in by.", "It has letters, digits and . _ @ - alone.");
        }
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return ExitCode.DONE;
        }
        String password = password();
        try {
            write("# name:role:hash\n" + name + ":operator:{bcrypt}" + new BCryptPasswordEncoder().encode(password)
                    + "\n");
        } catch (FileAlreadyExistsException e) {
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new FailureException(
                    "The file of users cannot be written: " + file + ".",
                    "Make its folder, which the account that starts Duckboard may write.",
                    e);
        }
        terminal.out().printf("Sign in as %s with the password %s; it is not shown again.%n", name, password);
        return ExitCode.DONE;
    }

    /** The file is there with all it has, or not at all. */
    private void write(String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path written = Files.createTempFile(folder, "users", ".tmp", OWNER_ONLY);
        try {
            Files.writeString(written, text);
            Files.createLink(file, written);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static String password() {
        return new SecureRandom()
                .ints(LENGTH, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
