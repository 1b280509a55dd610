package io.duckboard.sqlpage.editor.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;
import io.duckboard.client.Vocabulary;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * CodeMirror for DuckDB's SQL, with several documents of which one is shown. Each has its own history of changes,
 * selection and scroll position, which survive a reload of the page. Ctrl+Enter asks to run what is selected, or the
 * statement at the cursor.
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
public final class SqlEditor extends Component implements HasSize, Focusable<SqlEditor> {

    /** The document that is shown before another one is chosen. */
    private static final String NAMELESS = "";

    private final Map<String, String> texts = new HashMap<>(Map.of(NAMELESS, ""));
    private String shown = NAMELESS;
    private @Nullable Vocabulary vocabulary;

    public SqlEditor() {
        addListener(TextChanged.class, event -> texts.computeIfPresent(event.tabId(), (_, _) -> event.text()));
    }

    /** Tells the browser that a change was heard: until then it keeps what the server may not know. */
    public void heard(TextChanged event) {
        call("heard", event.number());
    }

    /**
     * Switches to a document.
     *
     * @param text its text; if the document was shown before with another text, the change is one step to undo
     */
    public void show(String tabId, String text) {
        shown = tabId;
        texts.put(tabId, text);
        call("show", tabId, text);
    }

    /** Replaces the text of a document. This is one step to undo if the document has been shown. */
    public void replace(String tabId, String text) {
        texts.put(tabId, text);
        call("replace", tabId, text);
    }

    /** Drops a document and its history. */
    public void forget(String tabId) {
        texts.remove(tabId);
        call("forget", tabId);
    }

    /** Returns the document that is shown. */
    public String shown() {
        return shown;
    }

    /** Returns the shown document's text, as far as the browser has reported it. */
    public String text() {
        return text(shown).orElse("");
    }

    /** @return empty if there is no such document */
    public Optional<String> text(String tabId) {
        return Optional.ofNullable(texts.get(tabId));
    }

    /** Takes over the words to offer while someone types. */
    public void learn(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        call("learn", vocabulary);
    }

    /** Sets this for this browser, also after a reload. People have their own switch for it. */
    public void completing(Completing completing) {
        getElement().callJsFunction("completing", completing == Completing.ON);
    }

    /** Writes at the cursor, replaces what is selected, and takes the focus. */
    public void insert(String text) {
        getElement().callJsFunction("insert", text);
    }

    /** Reformats the text, or the part that is selected, as one step to undo. */
    public void format() {
        getElement().callJsFunction("format");
    }

    /** Does the same as Ctrl+Enter. */
    public void run() {
        getElement().callJsFunction("run");
    }

    /**
     * Underlines where a statement of the shown document is wrong, until it is changed there.
     *
     * @param start where the statement begins in the text, see {@link RunAsked#start()}
     * @param position in the statement, in characters (UTF-16)
     * @param hint what to do; for {@code Did you mean "x"?} the editor offers to replace the word
     */
    public void underline(int start, int position, String message, Optional<String> hint) {
        underline(shown, start, position, message, hint);
    }

    /** Does the same in a document that may no longer be shown. */
    public void underline(String tabId, int start, int position, String message, Optional<String> hint) {
        call("complain", tabId, start, new Complaint(position, message, hint.orElse("")));
    }

    /** Removes the underline from the shown document. */
    public void clear() {
        call("complain", shown, 0, null);
    }

    public Registration onRun(ComponentEventListener<RunAsked> listener) {
        return addListener(RunAsked.class, listener);
    }

    /** Reports changes of documents that were shown and not forgotten. */
    public Registration onTextChanged(ComponentEventListener<TextChanged> listener) {
        return addListener(TextChanged.class, event -> {
            if (texts.containsKey(event.tabId())) {
                listener.onComponentEvent(event);
            }
        });
    }

    /** Reports the statement that a run would take, for its parameters. */
    public Registration onStatementChanged(ComponentEventListener<StatementChanged> listener) {
        return addListener(StatementChanged.class, listener);
    }

    public Registration onFormatFailed(ComponentEventListener<FormatFailed> listener) {
        return addListener(FormatFailed.class, listener);
    }

    /** A browser that loads the editor, for the first time or again, has none of its state. */
    @Override
    protected void onAttach(AttachEvent event) {
        getElement().callJsFunction("show", shown, text());
        if (vocabulary != null) {
            getElement().callJsFunction("learn", vocabulary);
        }
    }

    private void call(String function, @Nullable Object... arguments) {
        if (isAttached()) {
            getElement().callJsFunction(function, arguments);
        }
    }

    /** @param position in the statement, in characters */
    private record Complaint(int position, String message, String hint) implements Serializable {}
}
