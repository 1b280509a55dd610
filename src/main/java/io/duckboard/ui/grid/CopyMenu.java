package io.duckboard.ui.grid;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.MenuItem;

/**
 * Menu items that copy rows. They call the grid in the browser and not the server, because a browser lets a page write
 * to the clipboard only while it handles a click.
 */
final class CopyMenu {

    private final AnswerGrid grid;

    CopyMenu(AnswerGrid grid) {
        this.grid = grid;
    }

    /** Opens on a right click or a long touch. */
    void onCellsOf(Component target) {
        var menu = new ContextMenu(target);
        add(menu, "Copy value", "copyValue", "");
        add(menu, "Show whole value", "openValue", "");
        for (CopyFormat format : CopyFormat.values()) {
            add(menu, "Copy rows as " + format.offer(), "copyRows", format.name());
        }
    }

    /** Opens on a click. */
    void on(Component button) {
        var menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        for (CopyFormat format : CopyFormat.values()) {
            add(menu, "As " + format.offer(), "copyRows", format.name());
        }
    }

    private void add(ContextMenu menu, String words, String function, String argument) {
        MenuItem item = menu.addItem(words);
        item.addAttachListener(_ ->
                item.getElement().executeJs("this.onclick = () => $0[$1]($2)", grid.getElement(), function, argument));
    }
}
