package io.duckboard.cli.query;

import io.duckboard.cli.terminal.DurationConverter;
import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.cli.terminal.Interruption;
import io.duckboard.cli.terminal.SqlSource;
import io.duckboard.cli.terminal.StandardInput;
import io.duckboard.client.EngineTarget;
import io.duckboard.client.QueryEngine;
import io.duckboard.engine.protocol.Parameter;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;
import io.duckboard.format.Harmless;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "query",
        description = "Ask the lake a question in SQL, and print the answer and what it took.",
        mixinStandardHelpOptions = true)
public final class QueryCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options;

    private final StandardInput input;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "SQL", description = "One SELECT. Standard input, if it is - or left out.")
    private @Nullable String sql;

    @Option(names = "--file", paramLabel = "FILE", description = "Read the SQL from a file.")
    private @Nullable Path file;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = FormatConverter.class,
            description = "${COMPLETION-CANDIDATES}. A table, unless the end of --out's file says otherwise.")
    private @Nullable Format format;

    @Option(
            names = "--limit",
            paramLabel = "ROWS",
            defaultValue = "" + Request.Query.DEFAULT_LIMIT,
            description = "Rows at most (${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the whole answer, however many rows, to a file: .parquet, .csv, .json or .jsonl.")
    private @Nullable Path out;

    @Option(
            names = "--param",
            paramLabel = "NAME[:TYPE]=VALUE",
            converter = NamedParameter.Converter.class,
            description = "Bind a value to $NAME, as text or as TYPE: BIGINT, DATE, …")
    private List<NamedParameter> parameters = List.of();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Stop the query after 500ms, 30s, 2m. The engine has a limit of its own.")
    private @Nullable Duration timeout;

    @Option(
            names = "--watch",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Ask again and again, as long after each answer. Ctrl-C ends it.")
    private @Nullable Duration watch;

    public QueryCommand(GlobalOptions options, StandardInput input) {
        this.options = options;
        this.input = input;
    }

    @Override
    public Integer call() {
        Optional<WholeAnswer> target = Optional.ofNullable(out).map(this::whole);
        Format printed = printed();
        Request.Query query = query(printed == Format.CSV ? RowFormat.TEXTS : RowFormat.ROWS);
        try (var interruption = new Interruption();
                EngineTarget<QueryEngine> engine = options.openEngine();
                var _ = interruption.meanwhile(engine::close)) {
            var session = new QuerySession(engine.engine(), options.terminal(), interruption);
            if (target.isPresent()) {
                return session.write(query, target.get());
            }
            return watch == null ? session.print(query, printed) : session.watch(query, printed, watch);
        }
    }

    private Optional<Format> named() {
        return Optional.ofNullable(format).or(() -> options.json() ? Optional.of(Format.JSON) : Optional.empty());
    }

    private Format printed() {
        Format printed = named().orElse(Format.TABLE);
        if (printed == Format.PARQUET && out == null) {
            throw usage("Parquet is nothing to print: name a file for it with --out FILE.");
        }
        return printed;
    }

    private WholeAnswer whole(Path path) {
        if (watch != null) {
            throw usage("--watch prints, and --out writes a file: leave out one of them.");
        }
        Format written = named().or(() -> Format.of(path))
                .orElseThrow(() -> usage("The end of " + path
                        + " names no format. Call it .parquet, .csv, .json or .jsonl, or add --format."));
        if (written.export().isEmpty()) {
            throw usage("A whole answer is written as parquet, csv or json, not as " + written + ".");
        }
        var whole = new WholeAnswer(path, written);
        whole.check();
        return whole;
    }

    private Request.Query query(RowFormat rows) {
        if (limit < 0) {
            throw usage("--limit is a number of rows from 0 up, not " + limit + ".");
        }
        String text = source().read();
        if (text.isBlank()) {
            throw usage("There is no SQL: it is empty.");
        }
        Request.Query query = Request.Query.of(text).limit(limit).format(rows).parameters(bound());
        return timeout == null ? query : query.timeout(timeout);
    }

    private SqlSource source() {
        if (file != null) {
            if (sql != null) {
                throw usage("The SQL stands on the command line and in --file: leave out one of them.");
            }
            return new SqlSource.File(file);
        }
        if (sql != null && !sql.equals("-")) {
            return new SqlSource.Text(sql);
        }
        if (sql == null && input.typed()) {
            throw usage("Name the SQL: duckboard query \"SELECT …\".");
        }
        return new SqlSource.Input(input);
    }

    private Map<String, Parameter> bound() {
        var bound = new HashMap<String, Parameter>();
        for (NamedParameter parameter : parameters) {
            if (bound.put(parameter.name(), parameter.value()) != null) {
                throw usage("--param names " + parameter.name() + " twice.");
            }
        }
        return bound;
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private static final class FormatConverter implements ITypeConverter<Format> {

        @Override
        public Format convert(String text) {
            return Format.named(text)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + Harmless.line(text) + "' is no format. There are " + Format.NAMES + "."));
        }
    }
}
