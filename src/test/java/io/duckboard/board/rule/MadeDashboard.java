package io.duckboard.board.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.board.BooleanFilter;
import io.duckboard.board.Dashboard;
import io.duckboard.board.DateRangeFilter;
import io.duckboard.board.FilterReading;
import io.duckboard.board.FilterValues;
import io.duckboard.board.Options;
import io.duckboard.board.SeveralFilter;
import io.duckboard.board.Show;
import io.duckboard.board.Tile;
import io.duckboard.board.check.CheckedQuery;
import io.duckboard.board.check.QueryCheck;
import io.duckboard.client.QueryEngine;
import io.duckboard.client.QueryOutcome;
import io.duckboard.engine.protocol.Answer;
import java.time.LocalDate;
import java.util.List;

/** A dashboard that was made over a lake, and the engine that it asks. */
record MadeDashboard(Dashboard dashboard, QueryEngine engine) {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    static MadeDashboard of(QueryEngine engine) {
        return new MadeDashboard(RuleMade.of(engine), engine);
    }

    /** Each query passes the check, and runs with no filter set and with a value of each. */
    void check() {
        assertThat(dashboard.tiles().stream().filter(Tile.Broken.class::isInstance))
                .isEmpty();
        assertThat(new QueryCheck(engine, 1).run(CheckedQuery.of(dashboard, TODAY)))
                .isEmpty();
        for (FilterValues values : List.of(FilterValues.initial(dashboard, TODAY), set())) {
            queries()
                    .forEach(query -> assertThat(engine.ask(query.question(values)))
                            .as(query.sql().text())
                            .isInstanceOf(QueryOutcome.Answered.class));
        }
    }

    private FilterValues set() {
        FilterValues values = FilterValues.initial(dashboard, TODAY);
        for (var filter : dashboard.filters()) {
            String text = switch (filter) {
                case DateRangeFilter _ -> "2024-01-01..2024-12-31";
                case BooleanFilter _ -> "true";
                case SeveralFilter several
                when several.options() instanceof Options.Asked asked ->
                    asked.options(rows(engine.ask(asked.question())))
                            .getFirst()
                            .value()
                            .texts()
                            .getFirst();
                default -> throw new AssertionError(filter);
            };
            assertThat(filter.read(List.of(text))).isInstanceOf(FilterReading.Read.class);
            if (filter.read(List.of(text)) instanceof FilterReading.Read(var value)) {
                values = values.with(filter, value);
            }
        }
        return values;
    }

    List<Tile.Query> queries() {
        return dashboard.tiles().stream()
                .filter(Tile.Query.class::isInstance)
                .map(Tile.Query.class::cast)
                .toList();
    }

    static boolean isLine(Tile.Query query) {
        return query.show() instanceof Show.Plot plot
                && (plot.style() == Show.Style.LINE || plot.style() == Show.Style.AREA);
    }

    Answer.Rows answer(Tile.Query query) {
        return rows(engine.ask(query.question(FilterValues.initial(dashboard, TODAY))));
    }

    private static Answer.Rows rows(Object outcome) {
        if (outcome instanceof QueryOutcome.Answered answered) {
            return answered.answer();
        }
        throw new AssertionError(outcome);
    }

    List<String> titles() {
        return dashboard.tiles().stream().map(tile -> tile.frame().title()).toList();
    }
}
