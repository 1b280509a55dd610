package io.duckboard.dashboard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.duckboard.client.CallFailure;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.QueryService;
import io.duckboard.dashboard.BusiestHour;
import io.duckboard.dashboard.TopLocations;
import io.duckboard.dashboard.TripCount;
import io.duckboard.dashboard.WholeView;
import io.duckboard.datapage.Freshness;
import io.duckboard.datapage.TableEntry;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Request;
import io.duckboard.security.Place;
import io.duckboard.ui.Moment;
import io.duckboard.ui.Questions;
import java.util.function.Consumer;

/**
 * Asks for what the page shows beside the ranking. The questions follow one another: they keep one worker busy, and on
 * AWS they start no further workers, which would be cold.
 */
final class Overview {

    private final Questions questions;
    private final Tiles tiles;
    private final ChartCard map;
    private final ViewFacts facts;

    Overview(QueryService queries, Tiles tiles, ChartCard map, ViewFacts facts) {
        this.questions = new Questions(queries, Place.DASHBOARD);
        this.tiles = tiles;
        this.map = map;
        this.facts = facts;
    }

    /** @param page the page that the overview is on */
    void ask(Component page) {
        forget();
        ask(page, WholeView.query(), this::show, this::lackView, () -> askTrips(page));
    }

    /** Says why none of it is known. */
    void lack(String reason) {
        lackView(reason);
        tiles.lackTrips(reason);
        tiles.lackHour(reason);
    }

    void forget() {
        questions.forget();
    }

    void await(UI ui, Moment moment) {
        questions.await(ui, moment);
    }

    private void askTrips(Component page) {
        ask(page, TripCount.query(), answer -> tiles.show(TripCount.of(answer)), tiles::lackTrips, () -> askHour(page));
    }

    private void askHour(Component page) {
        ask(
                page,
                BusiestHour.query(),
                answer -> tiles.show(BusiestHour.of(answer)),
                tiles::lackHour,
                () -> askFreshness(page));
    }

    private void askFreshness(Component page) {
        ask(
                page,
                TableEntry.query(),
                answer -> Freshness.of(TopLocations.VIEW, TableEntry.of(answer)).ifPresent(facts::show),
                facts::lackFreshness,
                () -> {});
    }

    private void show(Answer.Rows answer) {
        var view = WholeView.of(answer);
        facts.show(view.all().viewRows(), view.builtAt());
        tiles.show(view.all());
        map.show(LocationMap.of(view.all()), LocationMap.extent(view.all()) + ", shaded by trips");
    }

    private void lackView(String reason) {
        tiles.lackZones(reason);
        map.lack(reason);
    }

    private void ask(
            Component page, Request.Query query, Consumer<Answer.Rows> shown, Consumer<String> lacking, Runnable next) {
        questions.ask(page, query, outcome -> {
            switch (outcome) {
                case QueryOutcome.Answered answered -> shown.accept(answered.answer());
                case CallFailure failed -> lacking.accept(failed.failure().text());
            }
            next.run();
        });
    }
}
