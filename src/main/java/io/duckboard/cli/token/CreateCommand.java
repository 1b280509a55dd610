package io.duckboard.cli.token;

import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.security.Owner;
import io.duckboard.security.Role;
import io.duckboard.token.IssuedToken;
import io.duckboard.token.NewToken;
import io.duckboard.token.TokenDesk;
import io.duckboard.token.TokenJson;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.jr.ob.JSON;

@Command(
        name = "create",
        description = {
            "Make a token, and print it: nothing shows it a second time.",
            "A program sends it as Authorization: Bearer TOKEN."
        },
        mixinStandardHelpOptions = true)
final class CreateCommand implements Runnable {

    /** As the file of users has names. */
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,200}");

    private static final String OIDC = "oidc:";

    @Mixin
    private final GlobalOptions options;

    @Option(names = "--role", paramLabel = "ROLE", required = true, description = "viewer, analyst or operator.")
    private String role = "";

    @Option(
            names = "--expires",
            paramLabel = "TIME",
            converter = Lifetime.class,
            description = "When it ends: 90d (unless you say otherwise), 12h, 30m. At most 366d.")
    private Duration lifetime = NewToken.USUAL;

    @Option(names = "--name", paramLabel = "TEXT", description = "What it is for.")
    private String name = "made in the terminal";

    @Option(
            names = "--for",
            paramLabel = "NAME",
            description = "Whose it is: somebody of the file of users, or oidc:SUBJECT. It never may do more than its"
                    + " owner. Without this option it belongs to no person.")
    private @Nullable String owner;

    CreateCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public void run() {
        var wanted = new NewToken(
                name,
                Role.named(role)
                        .orElseThrow(() -> new FailureException(
                                "There is no role " + role + ".", "It is viewer, analyst or operator.")),
                Optional.ofNullable(owner).map(CreateCommand::owner),
                lifetime);
        try (TokenDesk desk = TokenDesk.of(options.database(), options.clock())) {
            IssuedToken issued = desk.issue(wanted);
            if (options.json()) {
                options.terminal().out().println(JSON.std.asString(TokenJson.members(issued)));
            } else {
                options.terminal().out().println(issued.text());
                options.terminal()
                        .err()
                        .println("Keep it now: nothing shows it again. It ends on "
                                + TokenTable.TIME.format(issued.token().expiresAt())
                                + " (UTC); duckboard token revoke "
                                + issued.token().id() + " ends it before.");
            }
        }
    }

    private static NewToken.TokenOwner owner(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new FailureException("This is nobody's name.", "Name somebody of the file of users.");
        }
        return name.startsWith(OIDC)
                ? new NewToken.TokenOwner(new Owner(name), name)
                : new NewToken.TokenOwner(new Owner("user:" + name), name);
    }
}
