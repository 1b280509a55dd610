package io.duckboard.board.check;

import io.duckboard.board.ColumnName;
import io.duckboard.board.Dashboard;
import io.duckboard.board.FilterValues;
import io.duckboard.board.SqlText;
import io.duckboard.board.Tile;
import io.duckboard.engine.protocol.Parameter;
import io.duckboard.engine.sql.Lexer;
import io.duckboard.engine.sql.Token;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A query of a dashboard that is tested.
 *
 * @param of such as {@code trips: Top pickup locations}
 * @param values of its parameters
 * @param columns that its answer must have
 */
public record CheckedQuery(String of, SqlText sql, Map<String, Parameter> values, List<ColumnName> columns) {

    public CheckedQuery {
        columns = List.copyOf(columns);
    }

    /** All queries of a dashboard, with the values of a page that nobody has chosen one on. */
    public static List<CheckedQuery> of(Dashboard dashboard, LocalDate today) {
        FilterValues values = FilterValues.initial(dashboard, today);
        String name = dashboard.name().name() + ": ";
        Stream<CheckedQuery> filters = dashboard.filters().stream()
                .flatMap(filter -> filter.query().stream()
                        .map(sql -> new CheckedQuery(name + filter.name(), sql, Map.of(), List.of())));
        Stream<CheckedQuery> tiles = dashboard.tiles().stream()
                .flatMap(tile -> tile instanceof Tile.Query query ? Stream.of(query) : Stream.empty())
                .map(query ->
                        new CheckedQuery(name + title(query), query.sql(), values.bound(query.sql()), query.columns()));
        return Stream.concat(filters, tiles).toList();
    }

    private static String title(Tile.Query query) {
        return query.frame().title().isEmpty()
                ? "tile of line " + query.frame().spot().line()
                : query.frame().title();
    }

    /** The SQL without the semicolon at its end. */
    String statement() {
        return Lexer.tokens(sql.text()).stream()
                .filter(token -> !token.isComment())
                .reduce((_, last) -> last)
                .filter(last -> last.isSymbol(";"))
                .map(last -> sql.text().substring(0, last.start()))
                .orElse(sql.text());
    }

    /** Where a parenthesis is that has no other. Such a text would mean something else among others. */
    OptionalInt unmatched() {
        Deque<Integer> open = new ArrayDeque<>();
        for (Token token : Lexer.tokens(sql.text())) {
            if (token.isSymbol("(")) {
                open.push(token.start());
            } else if (token.isSymbol(")") && open.poll() == null) {
                return OptionalInt.of(token.start());
            }
        }
        return open.isEmpty() ? OptionalInt.empty() : OptionalInt.of(open.peekLast());
    }

    /** Whether both can be asked in one call, in which a parameter has one value. */
    boolean agreesWith(CheckedQuery other) {
        return values.entrySet().stream()
                .allMatch(entry -> !other.values.containsKey(entry.getKey())
                        || other.values.get(entry.getKey()).equals(entry.getValue()));
    }
}
