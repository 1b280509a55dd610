package io.duckboard.query.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;
import io.duckboard.query.Vocabulary;

/**
 * CodeMirror for DuckDB's SQL. Ctrl+Enter asks to run what is selected, or the statement at the cursor.
 */
@Tag("duckboard-sql-editor")
@JsModule("./sql-editor/duckboard-sql-editor.ts")
@NpmPackage(value = "@codemirror/autocomplete", version = "6.20.4")
@NpmPackage(value = "@codemirror/commands", version = "6.11.1")
@NpmPackage(value = "@codemirror/lang-sql", version = "6.10.0")
@NpmPackage(value = "@codemirror/language", version = "6.13.1")
@NpmPackage(value = "@codemirror/lint", version = "6.9.8")
@NpmPackage(value = "@codemirror/search", version = "6.7.2")
@NpmPackage(value = "@codemirror/state", version = "6.7.6")
@NpmPackage(value = "@codemirror/view", version = "6.43.15")
@NpmPackage(value = "@lezer/highlight", version = "1.2.5")
@NpmPackage(value = "sql-formatter", version = "15.9.0")
final class SqlEditor extends Component implements HasSize, Focusable<SqlEditor> {

    /** Shows {@code text}; what was there before cannot be got back by undoing. */
    void open(String text) {
        getElement().callJsFunction("open", text);
    }

    /** Takes over what there is to offer while typing. */
    void learn(Vocabulary vocabulary) {
        getElement().callJsFunction("learn", vocabulary);
    }

    /** Lays the text out anew, or the part that is selected; one step to undo. */
    void format() {
        getElement().callJsFunction("format");
    }

    /** As Ctrl+Enter does. */
    void run() {
        getElement().callJsFunction("run");
    }

    /**
     * Underlines where a statement is wrong.
     *
     * @param start where the statement begins in the text
     * @param position in the statement
     */
    void underline(int start, int position, String message) {
        getElement().callJsFunction("complain", start, new Complaint(position, message));
    }

    /** Takes the underline away. */
    void clear() {
        getElement().callJsFunction("complain", 0, null);
    }

    Registration onRun(ComponentEventListener<Run> listener) {
        return addListener(Run.class, listener);
    }

    Registration onFormatFailed(ComponentEventListener<FormatFailed> listener) {
        return addListener(FormatFailed.class, listener);
    }

    /** @param position in the statement, in characters */
    private record Complaint(int position, String message) {}

    /** Somebody wants a statement run. */
    @DomEvent("run")
    public static final class Run extends ComponentEvent<SqlEditor> {

        private static final long serialVersionUID = 1L;

        private final String sql;
        private final int start;
        private final int line;
        private final int column;

        /**
         * @param start where {@code sql} begins in the text
         * @param line the same, from 1
         * @param column the same, from 1
         */
        public Run(
                SqlEditor source,
                boolean fromClient,
                @EventData("event.detail.sql") String sql,
                @EventData("event.detail.start") int start,
                @EventData("event.detail.line") int line,
                @EventData("event.detail.column") int column) {
            super(source, fromClient);
            this.sql = sql;
            this.start = start;
            this.line = line;
            this.column = column;
        }

        String sql() {
            return sql;
        }

        int start() {
            return start;
        }

        int line() {
            return line;
        }

        int column() {
            return column;
        }
    }

    /** The text is no SQL that could be laid out. */
    @DomEvent("format-failed")
    public static final class FormatFailed extends ComponentEvent<SqlEditor> {

        private static final long serialVersionUID = 1L;

        public FormatFailed(SqlEditor source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
