package io.duckboard.cli.token;

import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.token.Token;
import io.duckboard.token.TokenDesk;
import io.duckboard.token.TokenJson;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.jr.ob.JSON;

@Command(
        name = "ls",
        description = "List the tokens, and when each was last used. Those that have ended are listed for 30 days.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {

    private static final JSON PRETTY =
            JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT, JSON.Feature.WRITE_NULL_PROPERTIES);

    @Mixin
    private final GlobalOptions options;

    ListCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public void run() {
        try (TokenDesk desk = TokenDesk.of(options.database(), options.clock())) {
            List<Token> tokens = desk.all();
            options.terminal()
                    .out()
                    .print(
                            options.json()
                                    ? PRETTY.asString(tokens.stream()
                                                    .map(TokenJson::members)
                                                    .toList()) + "\n"
                                    : TokenTable.of(tokens, options.clock().instant()));
        }
    }
}
