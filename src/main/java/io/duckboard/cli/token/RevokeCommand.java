package io.duckboard.cli.token;

import io.duckboard.cli.terminal.Confirmation;
import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.token.Token;
import io.duckboard.token.TokenDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "revoke", description = "End a token at once.", mixinStandardHelpOptions = true)
final class RevokeCommand implements Runnable {

    @Mixin
    private final GlobalOptions options;

    private final Confirmation confirmation;

    @Parameters(index = "0", paramLabel = "ID", description = "As duckboard token ls lists it.")
    private String id = "";

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    RevokeCommand(GlobalOptions options, Confirmation confirmation) {
        this.options = options;
        this.confirmation = confirmation;
    }

    @Override
    public void run() {
        if (!yes && !confirmation.given("Revoke token " + id + "? What uses it is refused from then on.")) {
            throw new FailureException("Nothing was done.", "The token stays.");
        }
        try (TokenDesk desk = TokenDesk.of(options.database(), options.clock())) {
            Token token = desk.revoke(id);
            options.terminal().out().println("Token " + token.id() + " (" + token.name() + ") is revoked.");
        }
    }
}
