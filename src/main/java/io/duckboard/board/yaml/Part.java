package io.duckboard.board.yaml;

import io.duckboard.board.FileProblem;
import java.util.List;
import java.util.Optional;

/**
 * An item that may be broken without spoiling those beside it.
 *
 * @param read empty if it has errors
 * @param problems its own
 */
public record Part<T>(YamlValue value, Optional<T> read, List<FileProblem> problems) {

    public Part {
        problems = List.copyOf(problems);
    }
}
