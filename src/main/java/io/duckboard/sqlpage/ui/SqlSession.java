package io.duckboard.sqlpage.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import io.duckboard.client.CallFailure;
import io.duckboard.client.QueryOutcome;
import io.duckboard.engine.protocol.Usage;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/** What one browser has asked so far, and which tab it had in front. */
@SpringComponent
@VaadinSessionScope
class SqlSession {

    private BigDecimal price = BigDecimal.ZERO;
    private Optional<UUID> tab = Optional.empty();

    /** Adds the cost of an outcome. A failed query reports no cost. Called on the query's thread. */
    synchronized void pay(QueryOutcome outcome) {
        switch (outcome) {
            case QueryOutcome.Answered answered ->
                pay(answered.answer().metadata().usage());
            case QueryOutcome.Exported exported ->
                pay(exported.answer().metadata().usage());
            case CallFailure _ -> {}
        }
    }

    synchronized BigDecimal price() {
        return price;
    }

    /** Returns the tab that was in front when this browser last left the page. */
    synchronized Optional<UUID> tab() {
        return tab;
    }

    synchronized void inFront(UUID id) {
        tab = Optional.of(id);
    }

    private void pay(Usage usage) {
        price = price.add(usage.estimatedUsd());
    }
}
