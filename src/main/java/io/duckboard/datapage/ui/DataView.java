package io.duckboard.datapage.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.duckboard.client.CallFailure;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.QueryService;
import io.duckboard.datapage.LeftOutEntry;
import io.duckboard.datapage.TableEntry;
import io.duckboard.format.Figures;
import io.duckboard.security.Place;
import io.duckboard.ui.Notice;
import io.duckboard.ui.Progress;
import io.duckboard.ui.Questions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows what is in the lake: its tables, and the details of the table that the address names. */
@Route("data")
@Menu(title = "Data", order = 2, icon = "icons/data.svg")
final class DataView extends Div implements HasUrlParameter<String>, HasDynamicTitle {

    private final QueryService queries;
    private final Questions questions;
    private final Clock clock;
    private final Span summary = new Span();
    private final Progress progress = new Progress();
    private final Notice notice = new Notice(this::ask);
    private final TableList list = new TableList();
    private final Div detail = new Div();
    private final Div tables = new Div();
    private final LeftOutPanel leftOut = new LeftOutPanel();
    private Optional<List<TableEntry>> known = Optional.empty();
    private String wanted = "";

    DataView(QueryService queries, Clock clock) {
        this.queries = queries;
        this.questions = new Questions(queries, Place.DATA);
        this.clock = clock;
        addClassName("page");
        summary.addClassName("page-facts");
        var header = new Header(new H1("Data"), summary);
        header.addClassName("page-header");
        detail.addClassName("table-detail");
        tables.add(list, detail);
        tables.addClassName("tables");
        add(header, progress, notice, tables, leftOut);
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String table) {
        wanted = table == null ? "" : table;
        tables.setClassName("tables-chosen", !wanted.isEmpty());
        if (isAttached()) {
            showWanted();
        }
    }

    @Override
    public String getPageTitle() {
        return (wanted.isEmpty() ? "" : wanted + " · ") + "Data · Duckboard";
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (event.isInitialAttach()) {
            ask();
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        questions.forget();
    }

    private void ask() {
        notice.clear();
        progress.start("Asking which tables there are …");
        questions.ask(this, TableEntry.query(), outcome -> {
            progress.stop();
            switch (outcome) {
                case QueryOutcome.Answered answered -> show(TableEntry.of(answered.answer()));
                case CallFailure failure -> {
                    notice.show(failure);
                    tables.setVisible(known.isPresent());
                }
            }
        });
    }

    private void show(List<TableEntry> found) {
        known = Optional.of(found);
        summary.setText(Figures.count(found.size(), "table"));
        tables.setVisible(true);
        list.show(found, clock.instant());
        list.setVisible(!found.isEmpty());
        tables.setClassName("tables-none", found.isEmpty());
        showWanted();
        askWhatIsLeftOut(found);
    }

    /** An engine of an earlier version knows nothing of it. */
    private void askWhatIsLeftOut(List<TableEntry> found) {
        questions.ask(this, LeftOutEntry.query(), outcome -> {
            switch (outcome) {
                case QueryOutcome.Answered answered -> show(LeftOutEntry.of(answered.answer()), found);
                case CallFailure _ -> leftOut.setVisible(false);
            }
        });
    }

    private void show(List<LeftOutEntry> entries, List<TableEntry> found) {
        leftOut.show(entries, found.isEmpty());
        String more = entries.isEmpty() ? "" : " · " + LeftOutPanel.title(entries);
        summary.setText(Figures.count(found.size(), "table") + more);
    }

    private void showWanted() {
        if (known.isEmpty()) {
            return;
        }
        detail.removeAll();
        Optional<TableEntry> table = known.get().stream()
                .filter(each -> each.name().equalsIgnoreCase(wanted))
                .findFirst();
        list.choose(table.map(TableEntry::name).orElse(""));
        if (known.get().isEmpty()) {
            detail.add(new EmptyLake(this::ask));
        } else if (table.isPresent()) {
            show(table.get());
        } else {
            detail.add(wanted.isEmpty() ? Hint.toChoose() : Hint.unknown(wanted));
        }
    }

    private void show(TableEntry table) {
        var back = new RouterLink("‹ All tables", DataView.class);
        back.addClassName("all-tables");
        var details = new TableDetails(queries, table, new TableFactsLine(queries, table, clock.instant()));
        detail.add(back, details);
        details.ask(this::ask);
    }
}
