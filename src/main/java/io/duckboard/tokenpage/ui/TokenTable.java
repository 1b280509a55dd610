package io.duckboard.tokenpage.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import io.duckboard.token.Token;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Tokens as lines. Where there is no room for columns, each cell says what it is. */
final class TokenTable extends NativeTable {

    private final Consumer<Token> revoke;

    /** @param revoke called with a token that is to end */
    TokenTable(Consumer<Token> revoke) {
        this.revoke = revoke;
        addClassName("token-table");
        getElement().setAttribute("aria-label", "Tokens");
    }

    /** @param withOwners whether they may be different people's */
    void show(List<TokenLine> lines, boolean withOwners) {
        getHead().removeAll();
        getBody().removeAll();
        NativeTableRow header = getHead().addRow();
        header(header, "Name");
        if (withOwners) {
            header(header, "Owner");
        }
        List.of("Role", "Made", "Expires", "Last use", "State").forEach(name -> header(header, name));
        NativeTableHeaderCell actions = header.addHeaderCell();
        var hidden = new Span("Revoke");
        hidden.addClassName("for-screen-readers");
        actions.add(hidden);
        lines.forEach(line -> add(line, withOwners));
        setVisible(!lines.isEmpty());
    }

    private static void header(NativeTableRow row, String name) {
        NativeTableHeaderCell cell = row.addHeaderCell();
        cell.setText(name);
        cell.getElement().setAttribute("scope", "col");
    }

    private void add(TokenLine line, boolean withOwners) {
        Token token = line.token();
        NativeTableRow row = getBody().addRow();
        row.getElement().setAttribute("data-standing", line.standing().name());
        NativeTableHeaderCell name = row.addHeaderCell();
        name.getElement().setAttribute("scope", "row");
        var id = new Span(token.id());
        id.addClassName("token-id");
        name.add(new Span(token.name()), id);
        if (withOwners) {
            cell(row, "Owner", line.owner()).setTitle(token.owner().name());
        }
        cell(row, "Role", line.role());
        at(cell(row, "Made", TokenLine.day(token.createdAt())), Optional.of(token.createdAt()));
        NativeTableCell expires = at(cell(row, "Expires", line.expires()), Optional.of(token.expiresAt()));
        expires.getElement().setAttribute("data-soon", String.valueOf(line.endsSoon()));
        at(cell(row, "Last use", line.lastUse()), token.lastUsedAt());
        at(cell(row, "State", line.standing().word()), token.revokedAt()).addClassName("token-standing");
        NativeTableCell actions = row.addDataCell();
        actions.addClassName("token-actions");
        if (line.isRevocable()) {
            var button = new Button("Revoke", _ -> revoke.accept(token));
            button.addThemeVariants(ButtonVariant.SMALL);
            button.setAriaLabel("Revoke " + token.name());
            actions.add(button);
        }
    }

    private static NativeTableCell cell(NativeTableRow row, String name, String text) {
        NativeTableCell cell = row.addDataCell();
        cell.setText(text);
        cell.getElement().setAttribute("data-column", name);
        return cell;
    }

    private static NativeTableCell at(NativeTableCell cell, Optional<Instant> exactly) {
        exactly.map(TokenLine::exact).ifPresent(cell::setTitle);
        return cell;
    }
}
