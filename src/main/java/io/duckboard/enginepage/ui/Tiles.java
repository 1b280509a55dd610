package io.duckboard.enginepage.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import io.duckboard.calls.Budget;
import io.duckboard.calls.CallCounts;
import io.duckboard.calls.Spending;
import io.duckboard.format.Figures;
import java.time.Duration;
import java.util.Optional;

/** The engine's calls in six figures. */
final class Tiles extends DescriptionList {

    private final Description calls = tile("Calls");
    private final Description median = tile("Half took at most");
    private final Description slow = tile("19 of 20 took at most");
    private final Description cold = tile("Cold starts");
    private final Description today = tile("Today (UTC)");
    private final Description month = tile("This month");

    Tiles() {
        addClassName("engine-tiles");
    }

    private Description tile(String name) {
        var figure = new Description("—");
        var tile = new Div(new Term(name), figure);
        tile.addClassName("engine-tile");
        add(tile);
        return figure;
    }

    void show(CallCounts counts) {
        calls.setText(Figures.count(counts.all()));
        median.setText(time(counts.median()));
        slow.setText(time(counts.slow()));
        cold.setText(Figures.count(counts.cold()));
    }

    void show(Spending spending, Budget budget) {
        today.setText(Figures.price(spending.today()));
        month.setText(Figures.price(spending.month())
                + budget.budgetUsd()
                        .map(dollars -> " of " + Figures.price(dollars))
                        .orElse(""));
    }

    private static String time(Optional<Duration> time) {
        return time.map(Figures::time).orElse("—");
    }
}
