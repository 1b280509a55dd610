package io.duckboard.boardpage.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.ui.grid.AnswerGrid;

/** All rows of a tile's answer. */
final class DataDialog extends Dialog {

    DataDialog(String title, Answer.Rows answer) {
        addClassName("data-dialog");
        setHeaderTitle(title);
        setWidth("60rem");
        setMaxWidth("100%");
        setHeight("36rem");
        var grid = new AnswerGrid(title);
        grid.setSizeFull();
        add(grid);
        grid.show(answer);
        var close = new Button("Close", _ -> close());
        close.setAutofocus(true);
        getFooter().add(close);
    }
}
