package io.duckboard.engine.transform;

import io.duckboard.engine.duckdb.Result;
import io.duckboard.engine.protocol.BuiltModel;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Node;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.ResultFile;
import io.duckboard.engine.protocol.TestOutcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.jr.ob.JSON;

/** Counts the rows that fail a data test, and keeps them if there are any and there is room for them. */
record DataTest(LakeEngine engine) {

    TestOutcome of(Node.Test test, List<BuiltModel> built) throws FailedException {
        String before = "SELECT count(*) AS failures FROM (\n";
        long failures = switch (engine.ask(before + test.sql() + "\n)", built)) {
            case Result.Rows rows -> number(rows);
            case Result other -> throw FailedException.of(other, before.length());
        };
        return new TestOutcome(test, failures, failures == 0 ? Optional.empty() : kept(test, built));
    }

    /** Rows are counted even if there is no room to keep them. */
    private Optional<ResultFile> kept(Node.Test test, List<BuiltModel> built) throws FailedException {
        return switch (engine.write(test.sql(), built, engine::answer)) {
            case Result.Exported exported -> Optional.of(exported.file());
            case Result.Failed(Problem problem, boolean unexpected)
            when problem.code() == ErrorCode.RESULT_TOO_LARGE -> Optional.empty();
            case Result other -> throw FailedException.of(other);
        };
    }

    private static long number(Result.Rows rows) {
        var json = new ByteArrayOutputStream();
        try {
            rows.json().writeTo(json);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory takes what is written", e);
        }
        Map<?, ?> row = (Map<?, ?>) JSON.std.listFrom(json.toByteArray()).getFirst();
        return ((Number) row.values().iterator().next()).longValue();
    }
}
