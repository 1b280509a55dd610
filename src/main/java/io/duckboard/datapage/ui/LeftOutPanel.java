package io.duckboard.datapage.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.duckboard.datapage.LeftOutEntry;
import io.duckboard.format.Figures;
import java.util.List;

/** Tells what lies in the lake and is in no table. It is hidden if there is nothing to tell. */
final class LeftOutPanel extends Section {

    LeftOutPanel() {
        addClassNames("card", "left-out");
        setVisible(false);
    }

    /** @param isAll whether the lake has no tables, so that this is all that it has */
    void show(List<LeftOutEntry> leftOut, boolean isAll) {
        removeAll();
        setVisible(!leftOut.isEmpty());
        if (leftOut.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        leftOut.forEach(entry -> list.add(item(entry)));
        if (hasMore(leftOut)) {
            list.add(new ListItem(new Paragraph("duckboard lake ls --left-out lists all.")));
        }
        var details = new NativeDetails(new Span(title(leftOut)), list);
        details.setOpen(isAll);
        add(details);
    }

    static String title(List<LeftOutEntry> leftOut) {
        return Figures.count(leftOut.size(), "file") + (hasMore(leftOut) ? " or more" : "") + " left out";
    }

    private static boolean hasMore(List<LeftOutEntry> leftOut) {
        return leftOut.size() == LeftOutEntry.MOST;
    }

    private static ListItem item(LeftOutEntry entry) {
        var path = new Span(entry.path());
        path.addClassName("left-out-path");
        var todo = new Paragraph(entry.todo());
        todo.addClassName("remark");
        return new ListItem(path, new Paragraph(entry.reason()), todo);
    }
}
