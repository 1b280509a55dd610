package io.duckboard.auditpage.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.duckboard.audit.Audit;
import io.duckboard.audit.AuditFilter;
import io.duckboard.audit.AuditSearch;
import io.duckboard.format.Figures;
import io.duckboard.security.Asker;
import io.duckboard.ui.Notice;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows who did what, the newest first, to be searched and taken home. */
@Route("audit")
@StyleSheet("audit.css")
@PageTitle("Audit · Duckboard")
@Menu(title = "Audit", order = 8, icon = "icons/audit.svg")
final class AuditView extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(AuditView.class);

    /** This is a screen or two; more are read when asked for. */
    private static final int PAGE = 50;

    private final Audit audit;
    private final AuditSearch search;
    private final AuditFields fields = new AuditFields(this::refresh);
    private final Notice trouble = new Notice(this::refresh);
    private final Notice notice = new Notice(this::refresh);
    private final Paragraph found = new Paragraph();
    private final UnorderedList lines = new UnorderedList();
    private final Button older = new Button("Show older events", _ -> showOlder());
    private Optional<AuditSearch.Mark> end = Optional.empty();
    private int shown;

    AuditView(Audit audit, AuditSearch search, Supplier<Asker> askers) {
        this.audit = audit;
        this.search = search;
        addClassNames("page", "audit");
        var facts = new Span("All times and days are UTC.");
        facts.addClassName("page-facts");
        var header = new Header(new H1("Audit"), facts);
        header.addClassName("page-header");
        found.addClassName("remark");
        found.getElement().setAttribute("role", "status");
        lines.addClassName("audit-lines");
        var exports = new AuditExports(audit, search, askers, fields::filter);
        var above = new Div(found, exports);
        above.addClassName("audit-above");
        var card = new Section(fields, above, notice, lines, older);
        card.addClassNames("card", "audit-card");
        add(header, trouble, card);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        refresh();
    }

    private void refresh() {
        lines.removeAll();
        shown = 0;
        end = Optional.empty();
        audit.trouble().ifPresentOrElse(trouble::show, trouble::clear);
        showOlder();
    }

    private void showOlder() {
        notice.clear();
        AuditFilter filter = fields.filter();
        try {
            AuditSearch.Found page = search.find(filter, end, PAGE);
            page.lines().forEach(line -> lines.add(new AuditItem(line)));
            shown += page.lines().size();
            end = page.end();
            found.setText(summary(filter));
            older.setText(shown == 0 ? "Search further back" : "Show older events");
            older.setVisible(end.isPresent());
        } catch (IOException e) {
            LOG.error("the audit cannot be read", e);
            found.setText("");
            older.setVisible(false);
            notice.show("The audit cannot be read.", "Try again. Duckboard's log says more.");
        }
    }

    private String summary(AuditFilter filter) {
        if (end.isPresent()) {
            return shown == 0
                    ? "Nothing found so far. There is more to search."
                    : "The newest " + Figures.count(shown, "event")
                            + (filter.equals(AuditFilter.ALL) ? "." : " found.");
        }
        if (shown == 0) {
            return filter.equals(AuditFilter.ALL) ? "Nothing has been recorded yet." : "Nothing found.";
        }
        return Figures.count(shown, "event") + (filter.equals(AuditFilter.ALL) ? "." : " found.");
    }
}
