package io.duckboard.engine.transform;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.duckdb.Result;
import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.lake.ModelStore;
import io.duckboard.engine.protocol.BuiltModel;
import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Materialization;
import io.duckboard.engine.protocol.Node;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.ResultFile;
import java.util.List;
import java.util.UUID;

/** Builds a model of a run without publishing it. */
record ModelBuild(ModelStore store, LakeEngine engine, UUID run) {

    /** @param built the models of this run that it may read */
    BuiltModel of(Node.Model model, List<BuiltModel> built) throws LakeException, FailedException {
        refuseForeign(model, engine.catalog());
        return model.materialization() == Materialization.VIEW ? view(model, built) : table(model, built);
    }

    /** A model must not replace data that somebody has loaded. */
    static void refuseForeign(Node.Model model, Catalog catalog) throws FailedException {
        if (catalog.table(model.name())
                .filter(table -> table.kind() != Catalog.Kind.MODEL)
                .isPresent()) {
            throw new FailedException(Problem.of(
                    ErrorCode.NOT_ALLOWED,
                    "There is a table " + model.name() + " in the lake that the transform did not make.",
                    "Name the model otherwise; or take the table out with duckboard lake rm " + model.name() + "."));
        }
    }

    private BuiltModel view(Node.Model model, List<BuiltModel> built) throws FailedException {
        return new BuiltModel(model, List.of(), fields(model, columns(model.sql(), built)), 0);
    }

    private BuiltModel table(Node.Model model, List<BuiltModel> built) throws LakeException, FailedException {
        BuiltModel made = written(model, model.partitionBy(), built);
        if (made.rows() == 0 && !model.partitionBy().isEmpty()) {
            // Without rows there is no partition, but a table needs a file that contains its columns.
            made = written(model, List.of(), built);
        }
        // The types as the file has them: values that DuckDB would round were stored with another type.
        List<Column> columns = columns("FROM \"" + model.name() + '"', List.of(made));
        return new BuiltModel(model, made.files(), fields(model, columns), made.rows());
    }

    private BuiltModel written(Node.Model model, List<String> partitionBy, List<BuiltModel> built)
            throws LakeException, FailedException {
        Result result = engine.write(model.sql(), built, _ -> store.draft(model.name(), run, partitionBy));
        return switch (result) {
            case Result.Exported(List<Column> columns, ResultFile file) ->
                new BuiltModel(model, files(model, file), fields(model, columns), file.rows());
            case Result other -> throw FailedException.of(other);
        };
    }

    private List<Catalog.File> files(Node.Model model, ResultFile file) throws LakeException, FailedException {
        if (file.rows() == 0 && !file.path().endsWith(".parquet")) {
            return List.of();
        }
        try {
            return store.files(file.path());
        } catch (IllegalArgumentException e) {
            throw new FailedException(Problem.of(
                    ErrorCode.INVALID_REQUEST,
                    "A value of " + String.join(", ", model.partitionBy()) + " cannot be a folder's name.",
                    "Partition by a date, a number or a code."));
        }
    }

    private List<Column> columns(String sql, List<BuiltModel> built) throws FailedException {
        String before = "SELECT * FROM (\n";
        return switch (engine.ask(before + sql + "\n) LIMIT 0", built)) {
            case Result.Rows rows -> rows.columns();
            case Result other -> throw FailedException.of(other, before.length());
        };
    }

    private static List<Catalog.Field> fields(Node.Model model, List<Column> columns) {
        return columns.stream()
                .map(column -> new Catalog.Field(
                        column.name(), column.type(), model.columnDescriptions().getOrDefault(column.name(), "")))
                .toList();
    }
}
