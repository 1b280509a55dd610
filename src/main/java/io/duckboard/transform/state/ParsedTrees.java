package io.duckboard.transform.state;

import io.duckboard.client.TransformEngine;
import io.duckboard.client.TransformOutcome;
import io.duckboard.engine.protocol.TransformAnswer;
import io.duckboard.engine.protocol.TransformRequest;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The trees that the engine's parser makes of SQL. The most recent ones are kept, since each costs a call. */
final class ParsedTrees {

    /** Enough for the models of a large project. */
    private static final int MOST = 500;

    private final TransformEngine engine;
    private final SequencedMap<String, String> known = new LinkedHashMap<>(16, 0.75f, true);

    ParsedTrees(TransformEngine engine) {
        this.engine = engine;
    }

    /**
     * Returns the tree. Empty if the text is not a SELECT, or if the engine does not answer; then the next call asks
     * again.
     */
    Optional<String> of(String sql) {
        Optional<String> before = remembered(sql);
        if (before.isPresent()) {
            return before;
        }
        Optional<String> tree = asked(sql);
        tree.ifPresent(found -> remember(sql, found));
        return tree;
    }

    private Optional<String> asked(String sql) {
        return switch (engine.ask(new TransformRequest.Parse(sql))) {
            case TransformOutcome.Answered(TransformAnswer.Parsed(String tree)) ->
                Optional.of(tree).filter(ParsedTrees::isOne);
            case TransformOutcome.Answered _, TransformOutcome.Unreachable _ -> Optional.empty();
        };
    }

    /** For SQL that it cannot parse, DuckDB returns an object too. */
    private static boolean isOne(String tree) {
        try {
            return !JsonMapper.shared().readTree(tree).path("error").booleanValue(true);
        } catch (JacksonException e) {
            return false;
        }
    }

    private synchronized Optional<String> remembered(String sql) {
        return Optional.ofNullable(known.get(sql));
    }

    private synchronized void remember(String sql, String tree) {
        known.put(sql, tree);
        if (known.size() > MOST) {
            known.pollFirstEntry();
        }
    }
}
