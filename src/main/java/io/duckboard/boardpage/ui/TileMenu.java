package io.duckboard.boardpage.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import io.duckboard.client.QueryOutcome;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.Usage;
import io.duckboard.format.Figures;
import io.duckboard.sqlpage.download.DownloadFormat;
import io.duckboard.sqlpage.link.QueryLink;
import io.duckboard.ui.SqlDialog;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What can be done with a tile, and what its answer took. SQL is in it for those alone who may ask by it. */
final class TileMenu extends Button {

    /** The server does not know where its readers are. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private final String title;
    private final boolean mayAsk;
    private final ContextMenu menu = new ContextMenu(this);

    TileMenu(String title, boolean mayAsk) {
        super("⋯");
        this.title = title;
        this.mayAsk = mayAsk;
        addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        addClassName("tile-menu");
        setAriaLabel("More about " + title);
        menu.setOpenOnClick(true);
        setEnabled(false);
    }

    /** @param asOf when it was last known that the answer is right */
    void show(
            Request.Query question,
            QueryOutcome.Answered answered,
            Instant asOf,
            Consumer<DownloadFormat> downloading) {
        menu.removeAll();
        menu.addItem("Data as a table", _ -> new DataDialog(title, answered.answer()).open());
        if (mayAsk) {
            offerSql(question, downloading);
        }
        menu.addSeparator();
        facts(answered, asOf).forEach(fact -> menu.addItem(fact).setEnabled(false));
        setEnabled(true);
    }

    /** Offers the SQL of a question without an answer. */
    void show(Request.Query question, Consumer<DownloadFormat> downloading) {
        menu.removeAll();
        if (mayAsk) {
            offerSql(question, downloading);
        }
        setEnabled(mayAsk);
    }

    private void offerSql(Request.Query question, Consumer<DownloadFormat> downloading) {
        menu.addItem("Show SQL", _ -> new SqlDialog(question.sql()).open());
        QueryLink.of(question.sql(), question.parameters())
                .address()
                .ifPresent(address -> menu.addItem(
                        "Open in the SQL page", _ -> UI.getCurrent().getPage().setLocation(address)));
        var download = menu.addItem("Download");
        for (DownloadFormat format : DownloadFormat.values()) {
            download.getSubMenu().addItem(format.label(), _ -> downloading.accept(format));
        }
    }

    private static List<String> facts(QueryOutcome.Answered answered, Instant asOf) {
        Usage usage = answered.answer().metadata().usage();
        var facts = new ArrayList<String>();
        facts.add("as of " + TIME.format(asOf));
        facts.add(Figures.count(answered.answer().metadata().rowCount(), "row") + " in "
                + Figures.time(answered.answer().metadata().time()));
        String price = Figures.price(usage.estimatedUsd());
        facts.add(
                usage.bytesRead().isPresent()
                        ? Figures.size(usage.bytesRead().getAsLong()) + " read · " + price
                        : price);
        return facts;
    }
}
