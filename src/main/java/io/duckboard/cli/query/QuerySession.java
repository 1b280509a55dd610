package io.duckboard.cli.query;

import io.duckboard.cli.format.AnswerText;
import io.duckboard.cli.format.MetadataText;
import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.cli.terminal.Interruption;
import io.duckboard.cli.terminal.Terminal;
import io.duckboard.client.CallFailure;
import io.duckboard.client.QueryEngine;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.RowsOutcome;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.ResultFile;
import io.duckboard.engine.protocol.Truncation;
import io.duckboard.format.Figures;
import io.duckboard.format.Harmless;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;

/** Asks an engine for a command that can be interrupted at any time, and prints the result. */
final class QuerySession {

    /** How long a cancel may take to reach the engine. A person who pressed Ctrl-C should not wait longer. */
    private static final Duration CANCEL = Duration.ofSeconds(3);

    private static final String CLEAR = "\u001b[H\u001b[2J\u001b[3J";

    private final QueryEngine engine;
    private final Terminal terminal;
    private final Interruption interruption;

    QuerySession(QueryEngine engine, Terminal terminal, Interruption interruption) {
        this.engine = engine;
        this.terminal = terminal;
        this.interruption = interruption;
    }

    /** @return the exit code */
    int print(Request.Query query, Format format) {
        return show(query, format, ask(query), "");
    }

    /** Repeats the query until something fails, or nobody reads the output any more. */
    int watch(Request.Query query, Format format, Duration pause) {
        while (true) {
            int exitCode = show(query, format, ask(query), terminal.interactive() ? CLEAR : "");
            if (exitCode != ExitCode.DONE || terminal.out().checkError()) {
                return exitCode;
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return ExitCode.INTERRUPTED;
            }
        }
    }

    /** @return the exit code */
    int write(Request.Query query, WholeAnswer whole) {
        Export into = whole.format().export().orElseThrow();
        return switch (interruptible(query, named -> engine.export(named, into))) {
            case QueryOutcome.Exported(var answer, var roundTrip) -> {
                ResultFile result = answer.file();
                whole.fetch(engine, result, interruption);
                terminal.out()
                        .println(whole.file() + " has all rows: " + result.rows() + ", " + Figures.size(result.bytes())
                                + ".");
                terminal.out()
                        .print(MetadataText.of(answer.metadata(), roundTrip, result.rows(), query.limit(), terminal));
                yield ExitCode.DONE;
            }
            case CallFailure failure -> failed(failure, query.sql());
        };
    }

    private RowsOutcome ask(Request.Query query) {
        return interruptible(query, engine::ask);
    }

    private <O> O interruptible(Request.Query query, Function<Request.Query, O> call) {
        UUID id = UUID.randomUUID();
        try (var _ = interruption.meanwhile(() -> cancel(id))) {
            return call.apply(query.queryId(id));
        }
    }

    private void cancel(UUID id) {
        try {
            if (Thread.ofVirtual().start(() -> engine.cancel(id)).join(CANCEL)) {
                terminal.err().println("The query was cancelled.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int show(Request.Query query, Format format, RowsOutcome outcome, String before) {
        return switch (outcome) {
            case QueryOutcome.Answered(var answer, var roundTrip, var _) -> {
                terminal.out().print(before + text(answer, roundTrip, format, query.limit()));
                terminal.out().flush();
                yield ExitCode.DONE;
            }
            case CallFailure failure -> failed(failure, query.sql());
        };
    }

    private String text(Answer.Rows answer, Duration roundTrip, Format format, int limit) {
        if (format != Format.TABLE && answer.metadata().truncated() != Truncation.NONE) {
            terminal.err()
                    .println("The answer is cut off "
                            + MetadataText.truncated(answer.metadata().truncated(), limit) + ".");
        }
        return switch (format) {
            case TABLE ->
                AnswerText.table(answer, terminal) + "\n"
                        + MetadataText.of(
                                answer.metadata(), roundTrip, answer.metadata().rowCount(), limit, terminal);
            case CSV -> terminal.interactive() ? Harmless.lines(AnswerText.csv(answer)) + "\n" : AnswerText.csv(answer);
            case JSON -> AnswerText.json(answer);
            case MARKDOWN -> AnswerText.markdown(answer);
            case PARQUET -> throw new IllegalArgumentException("Parquet is nothing to print.");
        };
    }

    private int failed(CallFailure failure, String sql) {
        if (interruption.happened()) {
            return ExitCode.INTERRUPTED;
        }
        switch (failure) {
            case QueryOutcome.Failed(var problem) -> terminal.err().print(new ProblemText(terminal).of(problem, sql));
            case QueryOutcome.Unreachable(var unreachable) -> terminal.tell(unreachable);
            case QueryOutcome.Limited(var limited, var _) -> terminal.tell(limited);
        }
        return ExitCode.FAILED;
    }
}
