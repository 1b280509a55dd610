package io.duckboard.board.file;

import io.duckboard.board.DateRangeFilter;
import io.duckboard.board.FileProblem;
import io.duckboard.board.Filter;
import io.duckboard.board.Spot;
import io.duckboard.board.SqlText;
import io.duckboard.board.yaml.Part;
import io.duckboard.board.yaml.Problems;
import io.duckboard.engine.sql.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A file's filters: those that can be used, and the names of those that cannot. */
final class FilterParts {

    private final List<Found> filters = new ArrayList<>();
    private final Set<String> brokenNames = new HashSet<>();
    private final Problems problems = new Problems();

    /** A filter, and where it stands. */
    record Found(Filter filter, Spot spot) {}

    FilterParts(List<Part<Filter>> parts) {
        var taken = new HashMap<String, String>();
        for (Part<Filter> part : parts) {
            problems.addAll(part.problems());
            part.read()
                    .filter(filter -> isNew(filter, part.value().spot(), taken))
                    .ifPresentOrElse(
                            filter -> filters.add(new Found(filter, part.value().spot())),
                            () -> nameOf(part).ifPresent(brokenNames::add));
        }
    }

    /** A date range has three parameters, which no other filter may be called. */
    private boolean isNew(Filter filter, Spot spot, Map<String, String> taken) {
        var names = new HashSet<>(filter.parameters());
        names.add(filter.name());
        Optional<String> other = names.stream().filter(taken::containsKey).findFirst();
        if (other.isPresent()) {
            problems.error(
                    spot,
                    filter.name().equals(taken.get(other.get()))
                            ? "The filter “" + filter.name() + "” is there twice."
                            : "The filter “" + filter.name() + "” has the parameter $" + other.get() + ", and so has “"
                                    + taken.get(other.get()) + "”.",
                    "Give it another name.");
            return false;
        }
        names.forEach(name -> taken.put(name, filter.name()));
        return filter.query().isEmpty() || usesNone(filter.query().get());
    }

    private boolean usesNone(SqlText sql) {
        Optional<Token> first = sql.parameterTokens().stream().findFirst();
        first.ifPresent(token -> problems.error(
                sql.at(token.start()),
                "A filter's query has no parameters, but here is " + Problems.quoted(token.text()) + ".",
                "Ask for all values."));
        return first.isEmpty();
    }

    private static Optional<String> nameOf(Part<Filter> part) {
        return part.value().entries().stream()
                .flatMap(List::stream)
                .filter(entry -> entry.name().equals("name"))
                .flatMap(entry -> entry.value().text().stream())
                .findFirst();
    }

    List<Found> filters() {
        return filters;
    }

    List<FileProblem> problems() {
        return problems.all();
    }

    boolean isBroken(String name) {
        return brokenNames.contains(name);
    }

    /** Whether the parameter is one of a filter that is broken. */
    boolean isOfBroken(String parameter) {
        return brokenNames.stream()
                .anyMatch(name -> parameter.equals(name)
                        || DateRangeFilter.parametersOf(name).contains(parameter));
    }

    List<String> names() {
        return filters.stream().map(found -> found.filter().name()).toList();
    }

    List<String> parameters() {
        return filters.stream()
                .flatMap(found -> found.filter().parameters().stream())
                .toList();
    }
}
