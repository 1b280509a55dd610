package io.duckboard.boardpage.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.duckboard.board.folder.FolderDashboard;

/** Says what is wrong with a file that is no dashboard as it is now. */
final class BrokenFile extends Div {

    BrokenFile(FolderDashboard dashboard) {
        addClassNames("notice", "broken-file");
        getElement().setAttribute("role", "alert");
        var what = new Paragraph(
                dashboard.isEarlier()
                        ? "The file cannot be shown as it is now. This is the version before it."
                        : "The file cannot be shown.");
        what.addClassName("notice-what");
        add(new Div(what, new ProblemList(dashboard.now().problems())));
    }
}
