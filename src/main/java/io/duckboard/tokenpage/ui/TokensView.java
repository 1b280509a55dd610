package io.duckboard.tokenpage.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.format.Figures;
import io.duckboard.security.Asker;
import io.duckboard.security.Place;
import io.duckboard.security.SignedIn;
import io.duckboard.token.PersonalTokens;
import io.duckboard.token.Token;
import io.duckboard.ui.Notice;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Shows the tokens of whoever asks, and everybody's to operators, and makes and revokes them. Where nobody signs in,
 * nobody has tokens of their own, so that all are shown.
 */
@Route("tokens")
@StyleSheet("tokens.css")
@PageTitle("Tokens · Duckboard")
@Menu(title = "Tokens", order = 5, icon = "icons/tokens.svg")
final class TokensView extends Div {

    /** This is a screen or two; more are shown when asked for. */
    private static final int PAGE = 50;

    private final PersonalTokens tokens;
    private final Supplier<Asker> askers;
    private final Clock clock;
    private final Select<Whose> whose = new Select<>();
    private final TextField search = new TextField();
    private final Notice notice = new Notice(this::refresh);
    private final Paragraph found = new Paragraph();
    private final TokenTable table = new TokenTable(this::askToRevoke);
    private final NoTokens none = new NoTokens();
    private final Button more = new Button("Show more", _ -> showMore());
    private int most = PAGE;

    TokensView(PersonalTokens tokens, SignedIn people, Supplier<Asker> askers, Clock clock) {
        this.tokens = tokens;
        this.askers = askers;
        this.clock = clock;
        addClassNames("page", "tokens");
        var facts = new Span(
                people.isRequired()
                        ? "Programs send one instead of signing in. Days are UTC's."
                        : "Nobody signs in here: all tokens are everyone's, to use and to revoke. Days are UTC's.");
        facts.addClassName("page-facts");
        var header = new Header(new H1("Tokens"), facts);
        header.addClassName("page-header");
        search.setAriaLabel("Search");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(_ -> showFirst());
        whose.setItems(Whose.values());
        whose.setItemLabelGenerator(Whose::words);
        whose.setAriaLabel("Whose tokens");
        whose.setValue(people.isRequired() ? Whose.MINE : Whose.EVERYBODYS);
        whose.setVisible(people.isRequired() && askers.get().may(Place.ALL_TOKENS));
        whose.addValueChangeListener(_ -> showFirst());
        var create = new Button("New token", _ -> create());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        var above = new Div(whose, search, create);
        above.addClassName("tokens-above");
        found.addClassName("remark");
        found.getElement().setAttribute("role", "status");
        var card = new Section(above, found, table, none, more);
        card.addClassNames("card", "tokens-card");
        add(header, notice, card);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        refresh();
    }

    private void showFirst() {
        most = PAGE;
        refresh();
    }

    private void showMore() {
        most += PAGE;
        refresh();
    }

    private void refresh() {
        notice.clear();
        Instant now = clock.instant();
        boolean isEverybodys = whose.getValue() == Whose.EVERYBODYS;
        search.setPlaceholder(isEverybodys ? "Search names, owners and ids" : "Search names and ids");
        try {
            List<Token> all = isEverybodys ? tokens.all() : tokens.mine();
            List<TokenLine> lines = all.stream()
                    .map(token -> new TokenLine(token, tokens.countsAs(token), now))
                    .filter(line -> line.has(search.getValue()))
                    .toList();
            table.show(lines.stream().limit(most).toList(), isEverybodys);
            more.setVisible(lines.size() > most);
            none.setVisible(all.isEmpty());
            search.setVisible(!all.isEmpty());
            found.setText(summary(all.size(), lines));
        } catch (FailureException e) {
            notice.show(e.failure());
        }
    }

    private String summary(int all, List<TokenLine> lines) {
        if (all == 0) {
            return "";
        }
        if (lines.isEmpty()) {
            return "None of " + Figures.count(all, "token") + " has “"
                    + search.getValue().strip() + "” in its name, owner or id.";
        }
        long valid =
                lines.stream().filter(line -> line.standing() == Standing.VALID).count();
        return Figures.count(lines.size(), "token") + (search.isEmpty() ? "" : " found") + ", "
                + Figures.count(valid) + " valid."
                + (valid == lines.size() ? "" : " Those that have ended are listed for 30 days.");
    }

    private void create() {
        new NewTokenDialog(tokens, askers.get().role(), clock, issued -> {
                    showFirst();
                    new IssuedTokenDialog(issued).open();
                })
                .open();
    }

    private void askToRevoke(Token token) {
        var dialog = new ConfirmDialog(
                "Revoke “" + token.name() + "”?",
                "Whatever sends the token " + token.id() + " is refused from then on. This cannot be taken back, but"
                        + " another token can be made.",
                "Revoke",
                _ -> revoke(token));
        dialog.setCancelable(true);
        dialog.setCancelText("Keep it");
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }

    private void revoke(Token token) {
        try {
            tokens.revoke(token.id());
            refresh();
        } catch (FailureException e) {
            notice.show(e.failure());
        }
    }
}
