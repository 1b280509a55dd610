package io.duckboard.engine.duckdb;

import io.duckboard.engine.guard.Guard;
import io.duckboard.engine.guard.Verdict;
import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.lake.Prefixes;
import io.duckboard.engine.protocol.BuiltModel;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Materialization;
import io.duckboard.engine.protocol.Problem;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.duckdb.DuckDBConnection;

/**
 * The models that a run has built, as they will look once published. Later steps of the run read them.
 *
 * @param models in an order where each model comes after those it reads
 */
public record BuiltModels(List<BuiltModel> models) implements TemporaryViews {

    public BuiltModels {
        models = List.copyOf(models);
    }

    @Override
    public void showTo(DuckDBConnection connection, Prefixes prefixes, Guard guard) throws LakeException {
        for (BuiltModel model : models) {
            show(model, connection, prefixes, guard);
        }
    }

    private static void show(BuiltModel model, DuckDBConnection connection, Prefixes prefixes, Guard guard)
            throws LakeException {
        String select = model.model().materialization() == Materialization.VIEW
                ? text(judged(model.model().sql(), guard))
                : new TableView(model.table(Instant.EPOCH), prefixes).select(Optional.empty());
        String sql = "CREATE TEMP VIEW " + TableView.quoted(model.model().name()) + " AS " + select;
        try {
            Database.execute(connection, sql);
        } catch (SQLException e) {
            Problem problem = DuckDbErrors.problem(e, sql, prefixes).nowhere();
            throw new LakeException(
                    Problem.of(
                            problem.code(),
                            "Model " + model.model().name() + " cannot be read: " + problem.message(),
                            "Run again, with all models it is made of."),
                    e);
        }
    }

    @Override
    public boolean isEmpty() {
        return models.isEmpty();
    }

    /**
     * The SQL of a view, as the guard lets it through.
     *
     * @throws LakeException if the guard does not, or if it cannot be a view
     */
    static Verdict.Allowed judged(String sql, Guard guard) throws LakeException {
        return switch (guard.judge(sql, Set.of())) {
            case Verdict.Refused(Problem problem) -> throw new LakeException(problem, new SecurityException());
            case Verdict.Allowed allowed
            when allowed.subquery().isEmpty() ->
                throw new LakeException(
                        Problem.of(
                                ErrorCode.NOT_ALLOWED,
                                "A view is a SELECT, and this is none.",
                                "Name a PIVOT's columns; take away an EXPLAIN."),
                        new SecurityException());
            case Verdict.Allowed allowed -> allowed;
        };
    }

    /** The text of a view, for use inside a statement of the engine. */
    static String text(Verdict.Allowed view) {
        return view.subquery().orElseThrow();
    }
}
