package io.duckboard.board;

import io.duckboard.format.NearName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns that an answer has. DuckDB takes names of another case for the same. */
public record AnswerColumns(List<String> names) {

    public AnswerColumns {
        names = List.copyOf(names);
    }

    /** Says which of the columns that a tile needs are missing, each where the file names it. */
    public List<FileProblem> problems(List<ColumnName> needed) {
        Set<String> known = names.stream().map(AnswerColumns::key).collect(Collectors.toSet());
        return needed.stream()
                .filter(column -> !known.contains(key(column.name())))
                .map(this::missing)
                .toList();
    }

    private FileProblem missing(ColumnName column) {
        Optional<String> meant = NearName.of(column.name(), names);
        return new FileProblem(
                FileProblem.Severity.ERROR,
                column.spot(),
                "The answer has no column “" + column.name() + "”.",
                meant,
                "It has " + String.join(", ", names) + ".");
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
