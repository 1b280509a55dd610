package io.duckboard.cli.user;

import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.cli.terminal.Terminal;
import io.duckboard.security.ScramVerifier;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import picocli.CommandLine.Command;

@Command(
        name = "hash",
        description = {
            "Print what the file of users has of a password.",
            "You type the password twice, or it comes on standard input. A line of the file is name:role:HASH, where"
                    + " the role is viewer, analyst or operator. What is printed has the hash that sign-in compares"
                    + " with, and behind a colon a SCRAM verifier for clients that prove the password without"
                    + " sending it."
        },
        mixinStandardHelpOptions = true)
final class HashCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final NewPassword password;

    HashCommand(Terminal terminal, NewPassword password) {
        this.terminal = terminal;
        this.password = password;
    }

    @Override
    public Integer call() throws IOException {
        String asked = password.ask();
        terminal.out()
                .println("{bcrypt}" + new BCryptPasswordEncoder().encode(asked) + ":"
                        + ScramVerifier.of(asked).text());
        return ExitCode.DONE;
    }
}
