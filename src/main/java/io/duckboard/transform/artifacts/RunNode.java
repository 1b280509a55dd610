package io.duckboard.transform.artifacts;

import io.duckboard.engine.protocol.Problem;
import io.duckboard.transform.compile.CompiledModel;
import io.duckboard.transform.compile.CompiledTest;
import io.duckboard.transform.project.Place;
import io.duckboard.transform.template.SourceMap;
import java.util.Optional;

/**
 * A node of the project that a step of a run is of.
 *
 * @param place that it begins at
 * @param relation that comes of it
 */
record RunNode(String uniqueId, String sql, SourceMap sourceMap, Place place, Optional<String> relation) {

    static RunNode of(CompiledModel model) {
        return new RunNode(
                model.uniqueId(),
                model.sql(),
                model.sourceMap(),
                new Place(model.file(), 0),
                Optional.of(Relation.name(model.name())));
    }

    static RunNode of(CompiledTest test) {
        return new RunNode(
                test.uniqueId(), test.sql(), test.sourceMap(), new Place(test.file(), test.line()), Optional.empty());
    }

    /** What happened, where, and what to do. */
    String tell(Problem problem) {
        Place where =
                problem.position().isPresent() ? sourceMap.at(problem.position().getAsInt()) : place;
        return where + ": " + problem.message()
                + problem.hint().map(hint -> " " + hint).orElse("");
    }
}
