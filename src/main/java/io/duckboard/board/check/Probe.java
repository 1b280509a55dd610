package io.duckboard.board.check;

import io.duckboard.board.AnswerColumns;
import io.duckboard.board.FileProblem;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.protocol.Parameter;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;
import io.duckboard.engine.sql.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * One question that tests several queries and runs none of them: they are the parts of a SELECT of no rows. DuckDB
 * resolves all names and types and plans it, as for an EXPLAIN, and the answer names the columns of each.
 */
final class Probe {

    /** Nobody's table is called so. */
    private static final String PART = "duckboard part ";

    private final List<CheckedQuery> queries;
    private final List<Integer> starts = new ArrayList<>();
    private final String sql;

    Probe(List<CheckedQuery> queries) {
        this.queries = List.copyOf(queries);
        var text = new StringBuilder("WITH ");
        var parts = new ArrayList<String>();
        for (int i = 0; i < queries.size(); i++) {
            String part = Quoted.name(PART + i);
            // Such parts do not see each other's columns. Each column gets the part's number before its name, or the
            // engine would change those that are there twice. A comment at a query's end ends with its line.
            text.append(i == 0 ? "" : ", ")
                    .append(part)
                    .append(" AS NOT MATERIALIZED (SELECT COLUMNS('(?s)(.*)') AS \"")
                    .append(i)
                    .append(" \\1\" FROM (\n");
            starts.add(text.length());
            text.append(queries.get(i).statement()).append("\n))");
            parts.add(part);
        }
        this.sql = text + " SELECT * FROM " + String.join(", ", parts) + " LIMIT 0";
    }

    Request.Query question() {
        var values = new HashMap<String, Parameter>();
        queries.forEach(query -> values.putAll(query.values()));
        return Request.Query.of(sql).limit(0).format(RowFormat.ROWS).parameters(values);
    }

    List<CheckedQuery> queries() {
        return queries;
    }

    /** The columns that the answer lacks, each where the file names it. */
    List<FileProblem> missing(Answer.Rows answer) {
        var problems = new ArrayList<FileProblem>();
        List<String> names =
                answer.metadata().columns().stream().map(Column::name).toList();
        for (int i = 0; i < queries.size(); i++) {
            String number = i + " ";
            List<String> own = names.stream()
                    .filter(name -> name.startsWith(number))
                    .map(name -> name.substring(number.length()))
                    .toList();
            problems.addAll(new AnswerColumns(own).problems(queries.get(i).columns()));
        }
        return problems;
    }

    /** The query in which the problem is; empty if that is not known. */
    Optional<CheckedQuery> culprit(Problem problem) {
        if (queries.size() == 1) {
            return Optional.of(queries.getFirst());
        }
        return problem.position().isPresent()
                ? at(problem.position().getAsInt()).map(queries::get)
                : Optional.empty();
    }

    private Optional<Integer> at(int position) {
        for (int i = 0; i < queries.size(); i++) {
            int start = starts.get(i);
            if (position >= start
                    && position <= start + queries.get(i).statement().length()) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** What is wrong with the culprit, where its file has it. */
    FileProblem problem(Problem problem, CheckedQuery culprit) {
        int start = starts.get(queries.indexOf(culprit));
        int offset = problem.position().orElse(start) - start;
        return new FileProblem(
                FileProblem.Severity.ERROR,
                culprit.sql().at(Math.max(0, offset)),
                culprit.of() + ": " + problem.message().lines().findFirst().orElse(""),
                Optional.empty(),
                problem.hint().orElse(""));
    }
}
