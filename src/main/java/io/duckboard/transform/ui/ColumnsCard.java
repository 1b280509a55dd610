package io.duckboard.transform.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.duckboard.datapage.ColumnEntry;
import io.duckboard.format.Figures;
import io.duckboard.transform.compile.ColumnDoc;
import io.duckboard.transform.docs.ProjectNode;
import io.duckboard.transform.lineage.Origin;
import io.duckboard.transform.lineage.Output;
import io.duckboard.transform.lineage.Outputs;
import io.duckboard.transform.lineage.SourceColumn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows a node's columns: names, types, meanings, and the sources' columns that they are made of. */
final class ColumnsCard extends Div {

    private final Map<String, Span> origins = new LinkedHashMap<>();
    private final Paragraph remark = new Paragraph();

    /**
     * @param inLake the columns in the lake; empty if it has no such table
     * @param isComputed whether the node is computed from other columns, so that their origins can be shown
     */
    ColumnsCard(ProjectNode node, List<ColumnEntry> inLake, boolean isComputed) {
        addClassName("node-columns");
        remark.addClassName("remark");
        var list = new UnorderedList();
        Map<String, ColumnDoc> written = node.columns().stream()
                .collect(Collectors.toMap(
                        column -> key(column.name()), column -> column, (first, _) -> first, LinkedHashMap::new));
        for (ColumnEntry column : inLake) {
            ColumnDoc known = written.remove(key(column.name()));
            String description =
                    known == null || known.description().isEmpty() ? column.description() : known.description();
            list.add(item(column.name(), column.type(), description, isComputed));
        }
        written.values().forEach(column -> list.add(item(column.name(), "", column.description(), isComputed)));
        int count = (int) list.getChildren().count();
        add(new H3(count == 0 ? "Columns" : Figures.count(count, "column")), list, remark);
        if (count == 0) {
            remark.setText("Nobody has described them, and they are known once it is built.");
        }
    }

    void show(Outputs lineage) {
        switch (lineage) {
            case Outputs.NotKnown(var reason) -> {
                remark.setText("Where the columns come from is not known: " + reason + ".");
                origins.values().forEach(origin -> origin.setText("from: not known"));
            }
            case Outputs.Known(var columns) -> {
                origins.values().forEach(origin -> origin.setText("from: not known"));
                columns.forEach(this::show);
            }
        }
    }

    private void show(Output column) {
        Span place = column.name().map(ColumnsCard::key).map(origins::get).orElse(null);
        if (place != null) {
            place.setText(words(column.origin()));
        }
    }

    private static String words(Origin origin) {
        return switch (origin) {
            case Origin.NotKnown(var reason) -> "from: not known, " + reason;
            case Origin.Columns(var columns) ->
                columns.isEmpty()
                        ? "from no column: counted, or a constant"
                        : "from " + columns.stream().map(SourceColumn::toString).collect(Collectors.joining(", "));
        };
    }

    private ListItem item(String name, String type, String description, boolean isComputed) {
        var head = new Div(named("column-name", name), named("column-type", type));
        var item = new ListItem(head);
        if (!description.isEmpty()) {
            item.add(named("node-column-text", description));
        }
        if (isComputed) {
            // The line is reserved until the engine answers.
            Span origin = named("node-column-origin", "from …");
            origins.put(key(name), origin);
            item.add(origin);
        }
        return item;
    }

    private static Span named(String className, String text) {
        var span = new Span(text);
        span.addClassName(className);
        return span;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
