package io.duckboard.enginepage.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.duckboard.format.Figures;
import io.duckboard.limit.Allowance;
import io.duckboard.limit.Used;
import io.duckboard.ui.FactList;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** How much whoever looks may ask, what of it is used today, and when that is free again. */
final class LimitList extends Div {

    private static final String NONE = "no limit";

    /** @param toTheNextDay the time until nothing is used yet */
    void show(Allowance allowance, Used used, Duration toTheNextDay) {
        removeAll();
        if (allowance.equals(Allowance.UNBOUNDED)) {
            add(remark("None: you may ask as much as the engine can take."));
            return;
        }
        add(facts(allowance, used));
        if (allowance.isBoundByDay()) {
            add(end(isUsedUp(allowance, used), toTheNextDay));
        }
    }

    private static FactList facts(Allowance allowance, Used used) {
        var facts = new FactList();
        facts.addClassName("engine-facts");
        facts.add("Queries at once", words(allowance.queries().stream().boxed().findFirst()));
        facts.add(
                "Queries in a minute",
                words(allowance.perMinute().stream().boxed().findFirst()));
        facts.add(
                "Time for a query",
                allowance
                        .longest()
                        .map(longest -> Figures.count(longest.toSeconds()) + " s")
                        .orElse(NONE));
        allowance
                .bytesPerDay()
                .ifPresentOrElse(
                        most -> add(
                                facts,
                                "Read today",
                                Figures.size(used.bytes()) + " of " + Figures.size(most),
                                share(BigDecimal.valueOf(used.bytes()), BigDecimal.valueOf(most))),
                        () -> facts.add("Read in a day", NONE));
        allowance
                .usdPerDay()
                .ifPresentOrElse(
                        most -> add(
                                facts,
                                "Dollars today",
                                Figures.price(used.usd()) + " of $" + most.toPlainString(),
                                share(used.usd(), most)),
                        () -> facts.add("Dollars in a day", NONE));
        return facts;
    }

    private static String words(Optional<Integer> most) {
        return most.map(Figures::count).orElse(NONE);
    }

    private static boolean isUsedUp(Allowance allowance, Used used) {
        return allowance.bytesPerDay().stream().anyMatch(most -> used.bytes() >= most)
                || allowance
                        .usdPerDay()
                        .filter(most -> used.usd().compareTo(most) >= 0)
                        .isPresent();
    }

    private static double share(BigDecimal used, BigDecimal most) {
        return Math.min(1, used.divide(most, MathContext.DECIMAL32).doubleValue());
    }

    private static void add(FactList facts, String name, String words, double share) {
        var fill = new Div();
        fill.getStyle().setWidth(String.format(Locale.ROOT, "%.2f%%", share * 100));
        fill.getElement().setAttribute("data-full", String.valueOf(share >= 1));
        var track = new Div(fill);
        track.addClassName("limit-track");
        track.getElement().setAttribute("aria-hidden", "true");
        facts.add(name, words, track);
    }

    private static Paragraph end(boolean isUsedUp, Duration toTheNextDay) {
        String when = Figures.span(toTheNextDay) + ", when the next day of UTC begins.";
        Paragraph end = remark(
                isUsedUp
                        ? "Today's limit is used up. You can ask again in " + when
                        : "All that is used today is free again in " + when);
        end.addClassName("limit-end");
        end.getElement().setAttribute("data-used-up", String.valueOf(isUsedUp));
        return end;
    }

    private static Paragraph remark(String text) {
        var remark = new Paragraph(text);
        remark.addClassName("remark");
        return remark;
    }
}
