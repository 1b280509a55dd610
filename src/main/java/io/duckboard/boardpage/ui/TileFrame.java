package io.duckboard.boardpage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.duckboard.board.GridPlace;
import io.duckboard.board.Tile;

/** The place of a tile in the grid, with its title. */
final class TileFrame extends Section {

    private final Span remark = new Span();
    private final Div body = new Div();

    /** @param kind a word for the style sheet */
    TileFrame(Tile.Frame frame, String kind, Component... actions) {
        addClassNames("card", "board-tile", "tile-of-" + kind);
        place(frame.place());
        var title = new H2(frame.title());
        title.setTitle(frame.description().isEmpty() ? frame.title() : frame.description());
        title.setVisible(!frame.title().isEmpty());
        remark.addClassName("tile-remark");
        var header = new Div(title, remark);
        header.addClassName("tile-header");
        header.add(actions);
        header.setVisible(!frame.title().isEmpty() || actions.length > 0);
        body.addClassName("tile-body");
        add(header, body);
        if (!frame.description().isEmpty()) {
            var words = new Span(frame.description());
            words.addClassName("for-screen-readers");
            header.add(words);
        }
    }

    private void place(GridPlace place) {
        getStyle()
                .set("--column", String.valueOf(place.column()))
                .set("--row", String.valueOf(place.row()))
                .set("--width", String.valueOf(place.width()))
                .set("--height", String.valueOf(place.height()));
    }

    /** Has the keyboard reach a text, which may be longer than its tile. */
    void holdsText(String label) {
        body.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "group")
                .setAttribute("aria-label", label);
    }

    Div body() {
        return body;
    }

    void remark(String text) {
        remark.setText(text);
        remark.setTitle(text);
    }
}
