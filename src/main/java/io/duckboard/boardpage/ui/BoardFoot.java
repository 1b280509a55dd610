package io.duckboard.boardpage.ui;

import com.vaadin.flow.component.html.Paragraph;
import io.duckboard.client.QueryOutcome;
import io.duckboard.engine.protocol.Usage;
import io.duckboard.format.Figures;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;

/** What the answers of all tiles took together. Those that several tiles share count once. */
final class BoardFoot extends Paragraph {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    BoardFoot() {
        addClassNames("status-line", "board-foot");
    }

    void show(Collection<QueryTile.Known> known) {
        List<QueryOutcome.Answered> answers =
                known.stream().map(QueryTile.Known::answered).distinct().toList();
        if (answers.isEmpty()) {
            setText("");
            return;
        }
        List<Usage> usages = answers.stream()
                .map(answered -> answered.answer().metadata().usage())
                .toList();
        long bytes =
                usages.stream().mapToLong(usage -> usage.bytesRead().orElse(0)).sum();
        BigDecimal price = usages.stream().map(Usage::estimatedUsd).reduce(BigDecimal.ZERO, BigDecimal::add);
        Instant oldest = known.stream()
                .map(QueryTile.Known::asOf)
                .min(Instant::compareTo)
                .orElseThrow();
        setText(String.join(
                " · ",
                Figures.count(answers.size(), "answer"),
                Figures.size(bytes) + " read",
                Figures.price(price),
                "as of " + TIME.format(oldest)));
    }
}
