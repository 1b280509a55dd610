package io.duckboard.cli.mcp;

import io.duckboard.board.folder.DashboardFolder;
import io.duckboard.board.folder.DashboardsSettings;
import io.duckboard.cli.project.ProjectOptions;
import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.cli.terminal.StandardInput;
import io.duckboard.client.EngineTarget;
import io.duckboard.client.QueryEngine;
import io.duckboard.client.QueryService;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.protocol.CallerId;
import io.duckboard.mcp.LakeServer;
import io.duckboard.mcp.McpSettings;
import io.duckboard.mcp.MessageLines;
import io.duckboard.mcp.RunningLake;
import io.duckboard.security.Asker;
import io.duckboard.security.Asking;
import io.duckboard.security.Origin;
import io.duckboard.security.Way;
import io.duckboard.transform.docs.ProjectNode;
import io.duckboard.transform.docs.ProjectNodes;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Answers one agent, which has started this and speaks by standard input and output. */
@Command(
        name = "mcp",
        description = {
            "Let an agent ask the lake, by the Model Context Protocol on standard input and output.",
            "The agent's own configuration starts this. If the app runs over the same lake, it answers, with the role and"
                    + " the limits of the token in DUCKBOARD_TOKEN; else an engine of this command does."
        },
        mixinStandardHelpOptions = true)
public final class McpCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options;

    private final StandardInput input;

    public McpCommand(GlobalOptions options, StandardInput input) {
        this.options = options;
        this.input = input;
    }

    @Override
    public Integer call() throws IOException {
        if (input.typed()) {
            throw new FailureException(
                    "Nobody types these messages: an agent sends them.",
                    "Name this command in the agent's configuration; docs/mcp.md shows how.");
        }
        Optional<String> token = Optional.ofNullable(options.environment().get("DUCKBOARD_TOKEN"))
                .filter(text -> !text.isBlank());
        Optional<RunningLake> app =
                RunningLake.in(options.home(), options.lake().toString(), options.function(), token);
        if (app.isPresent()) {
            conversation().hold(app.get()::answer);
        } else if (token.isPresent()) {
            throw new FailureException(
                    "There is a token, and no app runs over this lake that could know it.",
                    "Start the app, or unset DUCKBOARD_TOKEN.");
        } else {
            alone();
        }
        return ExitCode.DONE;
    }

    private void alone() throws IOException {
        McpSettings settings = McpSettings.of(options.environment().getOrDefault("DUCKBOARD_MCP_ASK_GB", ""));
        var folder = new DashboardFolder(DashboardsSettings.of(options.environment(), options.home(), options.lake())
                .folder());
        Asker asker = Asker.everyone(CallerId.random(), new Origin("", Way.MCP));
        try (EngineTarget<QueryEngine> engine = options.openEngine()) {
            var queries = new QueryService(engine.engine(), () -> Asking.now().orElse(asker));
            var lines = new MessageLines(
                    new LakeServer(queries, this::project, folder::dashboards, options.clock(), settings.askGb()));
            conversation().hold(message -> lines.answer(asker, message));
        }
    }

    /** An agent that asks the lake can do without. */
    private List<ProjectNode> project() {
        try {
            return ProjectNodes.of(new ProjectOptions().compiled(options)).all();
        } catch (FailureException e) {
            return List.of();
        }
    }

    private Conversation conversation() {
        return new Conversation(input.stream(), options.terminal().out());
    }
}
