package io.duckboard.sqlpage.saved.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import io.duckboard.format.Figures;
import io.duckboard.security.Owner;
import io.duckboard.sqlpage.saved.ImportOutcome;
import io.duckboard.sqlpage.saved.SavedQueries;
import io.duckboard.sqlpage.saved.SqlFileReader;
import io.duckboard.sqlpage.saved.SqlImport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/** Imports .sql files and archives of them, and says what happened to them. */
final class ImportField extends Div {

    /** SQL compresses well: a larger archive would unpack to more than is accepted. */
    private static final int MOST_BYTES = 10_000_000;

    private static final int MOST_FILES = 50;
    private static final int MOST_NAMED = 20;

    private final SavedQueries queries;
    private final Owner owner;
    private final Runnable changed;
    private final Upload upload =
            new Upload(new BoundedUpload(MOST_BYTES, this::take, reason -> say(reason, List.of())));
    private final Div report = new Div();

    ImportField(SavedQueries queries, Owner owner, Runnable changed) {
        this.queries = queries;
        this.owner = owner;
        this.changed = changed;
        addClassName("import-field");
        upload.setUploadButton(new Button("Import .sql or .zip …"));
        upload.setDropLabel(new Span("or drop them here"));
        upload.setAcceptedFileExtensions(".sql", ".zip");
        upload.setMaxFileSize(MOST_BYTES);
        upload.setMaxFiles(MOST_FILES);
        upload.addFileRejectedListener(rejected ->
                say("“" + rejected.getFileName() + "” was not taken: " + rejected.getErrorMessage(), List.of()));
        upload.addAllFinishedListener(_ -> upload.clearFileList());
        report.addClassName("import-report");
        report.getElement().setAttribute("role", "status");
        add(upload, report);
    }

    /** @param fileName the name that the browser reports */
    void take(String fileName, byte[] content) throws IOException {
        switch (SqlFileReader.read(fileName, new ByteArrayInputStream(content))) {
            case SqlImport.Refused(var reason) -> say(reason, List.of());
            case SqlImport.Read(var files, var leftOut) -> {
                say(summary(queries.add(owner, files)), leftOut);
                changed.run();
            }
        }
    }

    private static String summary(ImportOutcome outcome) {
        return Figures.count(outcome.added()) + " imported"
                + (outcome.there() > 0 ? ", " + Figures.count(outcome.there()) + " there already" : "")
                + (outcome.noRoom() > 0 ? ", no room for " + Figures.count(outcome.noRoom()) : "") + ".";
    }

    private void say(String what, List<String> leftOut) {
        report.removeAll();
        report.add(new Paragraph(what));
        if (!leftOut.isEmpty()) {
            var names = new UnorderedList();
            leftOut.stream().limit(MOST_NAMED).map(ListItem::new).forEach(names::add);
            report.add(new Paragraph("Left out: " + Figures.count(leftOut.size(), "file") + "."), names);
        }
    }
}
