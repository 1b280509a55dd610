package io.duckboard.engine.duckdb;

import io.duckboard.engine.guard.AllowedPaths;
import io.duckboard.engine.guard.Guard;
import io.duckboard.engine.guard.Reads;
import io.duckboard.engine.guard.Verdict;
import io.duckboard.engine.lake.Draft;
import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.lake.Prefixes;
import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Phase;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;
import io.duckboard.engine.protocol.Truncation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.duckdb.DuckDBConnection;

/** Runs one query at a time. The guard judges it, and it runs read-only on a connection of its own. */
public final class QueryRunner {

    /** Only the driver reads the values of a PIVOT that finds its columns in the data: see {@link DriverTypes}. */
    private static final Problem UNREADABLE_TIME = Problem.of(
            ErrorCode.INVALID_REQUEST,
            "A time in the answer cannot be read, such as 24:00 or an infinity.",
            "Cast it to VARCHAR, or name the columns of the PIVOT: ON column IN (…).");

    private final Database database;
    private final Prefixes prefixes;
    private final AllowedPaths paths;
    private final LakeViews views;
    private final Phases phases;

    /**
     * @param prefixes that must not appear in any message
     * @param paths the files that queries may name
     * @param views the tables that queries may name, whatever characters the names have
     * @param phases is told of the parts of each query
     */
    public QueryRunner(Database database, Prefixes prefixes, AllowedPaths paths, LakeViews views, Phases phases) {
        this.database = database;
        this.prefixes = prefixes;
        this.paths = paths;
        this.views = views;
        this.phases = phases;
    }

    /**
     * @param own tables that only this query can see
     * @param room the number of bytes that the rows may take as JSON, given their columns
     * @param beginning decides whether the query runs, by what it reads
     */
    public Result run(
            Request.Query query,
            TemporaryViews own,
            ToIntFunction<List<Column>> room,
            Interruption interruption,
            Beginning beginning) {
        return judged(
                query,
                own,
                interruption,
                beginning,
                judged -> new RowQuery(judged, query.format())
                        .run(
                                (result, columns) -> rows(result, columns, judged, query, room, interruption),
                                this::failed));
    }

    /** Writes all rows into {@code draft}, up to its limit, and publishes it. */
    public Result export(
            Request.Query query, TemporaryViews own, Export export, Draft draft, Interruption interruption) {
        // The end of this export does not end anything else that the caller does.
        var ending = new Interruption(interruption);
        try (DraftWatch watch = DraftWatch.of(draft, ending)) {
            return watch.judge(written(query, own, export, draft, ending));
        }
    }

    private Result written(
            Request.Query query, TemporaryViews own, Export export, Draft draft, Interruption interruption) {
        return judged(query, own, interruption, reads -> true, judged -> switch (export) {
            case Export.JsonLines lines ->
                new RowQuery(judged, RowFormat.RECORDS)
                        .run(
                                (result, columns) ->
                                        new JsonLines(judged, draft, interruption).write(result, columns, this::failed),
                                this::failed);
            case Export.Parquet parquet -> new Copy(judged, export, draft, interruption).run(this::failed);
            case Export.Csv csv -> new Copy(judged, export, draft, interruption).run(this::failed);
        });
    }

    private Result judged(
            Request.Query query, TemporaryViews own, Interruption interruption, Beginning beginning, Work work) {
        return DeepStack.call(() -> interruptibly(query, own, interruption, beginning, work));
    }

    private Result interruptibly(
            Request.Query query, TemporaryViews own, Interruption interruption, Beginning beginning, Work work) {
        try (DuckDBConnection connection = database.connect()) {
            interruption.begin(connection);
            try {
                return judgeAndRun(connection, query, own, interruption, beginning, work);
            } finally {
                interruption.end();
            }
        } catch (SQLException e) {
            return failed(e, query.sql());
        } catch (ParserFailedException e) {
            return failed(e.failure(), query.sql());
        } catch (LakeException e) {
            return new Result.Failed(e.problem(), false);
        } catch (BadParameterException e) {
            return new Result.Failed(e.problem(), false);
        } catch (DateTimeException e) {
            return new Result.Failed(UNREADABLE_TIME, false);
        } catch (OutOfMemoryError e) {
            // A value did not fit into the JVM. It is garbage by now, and DuckDB manages its own memory.
            return new Result.Failed(Exhaustion.ofMemory(), true);
        }
    }

    private Result judgeAndRun(
            DuckDBConnection connection,
            Request.Query query,
            TemporaryViews own,
            Interruption interruption,
            Beginning beginning,
            Work work)
            throws SQLException, BadParameterException, LakeException {
        phases.begin(Phase.Name.GUARD);
        var guard = new Guard(database.parser(), paths, views);
        return switch (guard.judge(query.sql(), query.parameters().keySet())) {
            case Verdict.Refused(Problem problem) -> new Result.Failed(problem, false);
            case Verdict.Allowed allowed -> {
                Reads reads = views.unfolded(allowed.reads());
                if (!beginning.goesOn(reads)) {
                    yield new Result.Unchanged();
                }
                phases.begin(Phase.Name.QUERY);
                own.showTo(connection, prefixes, guard);
                Database.execute(connection, views.reading(reads, own) + "BEGIN TRANSACTION READ ONLY");
                if (interruption.isWanted()) {
                    // DuckDB forgets an interruption that comes before a statement.
                    yield new StreamEnd.Failure.Interrupted().result(this::failed);
                }
                var judged = new JudgedQuery(connection, allowed, query.parameters(), prefixes);
                try {
                    yield work.on(judged);
                } catch (SQLException e) {
                    yield failed(e, judged.sql());
                }
            }
        };
    }

    private Result rows(
            ResultSet result,
            ResultColumns columns,
            JudgedQuery judged,
            Request.Query query,
            ToIntFunction<List<Column>> room,
            Interruption interruption)
            throws SQLException, BadParameterException, LakeException {
        phases.begin(Phase.Name.ROWS);
        RowBuffer buffer = new RowBuffer(columns, judged.texts(), room.applyAsInt(columns.columns()));
        Truncation truncated = fill(buffer, result, query.limit());
        if (truncated == Truncation.NONE) {
            Optional<StreamEnd.Failure> failure = StreamEnd.failure(result, judged, interruption);
            if (failure.isPresent()) {
                return failure.get().result(this::failed);
            }
        }
        return new Result.Rows(columns.columns(), buffer.finished(), buffer.rows(), truncated);
    }

    /** Reads one row more than wanted, to know whether there are more. */
    private static Truncation fill(RowBuffer buffer, ResultSet result, int limit) throws SQLException {
        while (result.next()) {
            if (buffer.rows() == limit) {
                return Truncation.LIMIT;
            }
            if (!buffer.add(result)) {
                return Truncation.SIZE;
            }
        }
        return Truncation.NONE;
    }

    private Result failed(SQLException error, String sql) {
        Problem problem = DuckDbErrors.problem(error, sql, prefixes);
        if (DuckDbErrors.isOutdated(error, prefixes)) {
            return new Result.Outdated(problem);
        }
        return new Result.Failed(
                problem,
                switch (problem.code()) {
                    case INTERNAL, OUT_OF_MEMORY -> true;
                    default -> false;
                });
    }

    /** Called when it is known what a query reads, before it runs. */
    @FunctionalInterface
    public interface Beginning {

        /**
         * Whether the query is to run. If not, it ends as {@link Result.Unchanged}.
         *
         * @throws LakeException if the lake cannot be read
         */
        boolean goesOn(Reads reads) throws LakeException;
    }

    @FunctionalInterface
    private interface Work {
        Result on(JudgedQuery judged) throws SQLException, BadParameterException, LakeException;
    }
}
