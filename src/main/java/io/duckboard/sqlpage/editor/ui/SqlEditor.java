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
 * CodeMirror for DuckDB's SQL, with several documents of which one is shown. Each has a history of changes, selection
 * and scroll position of its own, which survive a reload of the page. Ctrl+Enter asks to run what is selected, or the
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

    /** What is shown before anyone says otherwise. */
    private static final String NAMELESS = "";

    private final Map<String, String> texts = new HashMap<>(Map.of(NAMELESS, ""));
    private String shown = NAMELESS;
    private @Nullable Vocabulary vocabulary;

    public SqlEditor() {
        addListener(TextChanged.class, event -> texts.computeIfPresent(event.tabId(), (_, _) -> event.text()));
    }

    /**
     * Switches to a document.
     *
     * @param text what it says; if it was shown before and said something else, that is one step to undo
     */
    public void show(String tabId, String text) {
        shown = tabId;
        texts.put(tabId, text);
        call("show", tabId, text);
    }

    /** Puts another text into a document; one step to undo, where the document has been shown. */
    public void replace(String tabId, String text) {
        texts.put(tabId, text);
        call("replace", tabId, text);
    }

    /** Lets go of a document and its history. */
    public void forget(String tabId) {
        texts.remove(tabId);
        call("forget", tabId);
    }

    /** The document that is shown. */
    public String shown() {
        return shown;
    }

    /** The shown document's text, as far as the browser has told. */
    public String text() {
        return text(shown).orElse("");
    }

    /** @return empty for a document that there is not */
    public Optional<String> text(String tabId) {
        return Optional.ofNullable(texts.get(tabId));
    }

    /** Takes over what there is to offer while typing. */
    public void learn(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        call("learn", vocabulary);
    }

    /** For this browser, also after a reload; people have a switch of their own. */
    public void completing(Completing completing) {
        getElement().callJsFunction("completing", completing == Completing.ON);
    }

    /** Writes at the cursor, over what is selected, and takes the focus. */
    public void insert(String text) {
        getElement().callJsFunction("insert", text);
    }

    /** Lays the text out anew, or the part that is selected; one step to undo. */
    public void format() {
        getElement().callJsFunction("format");
    }

    /** As Ctrl+Enter does. */
    public void run() {
        getElement().callJsFunction("run");
    }

    /**
     * Underlines where a statement of the shown document is wrong, until it is changed there.
     *
     * @param start where the statement begins in the text, see {@link RunAsked#start()}
     * @param position in the statement, in characters (UTF-16)
     * @param hint what to do; of {@code Did you mean "x"?} the editor makes an offer to replace the word
     */
    public void underline(int start, int position, String message, Optional<String> hint) {
        underline(shown, start, position, message, hint);
    }

    /** The same in a document that need not be shown any more. */
    public void underline(String tabId, int start, int position, String message, Optional<String> hint) {
        call("complain", tabId, start, new Complaint(position, message, hint.orElse("")));
    }

    /** Takes the underline of the shown document away. */
    public void clear() {
        call("complain", shown, 0, null);
    }

    public Registration onRun(ComponentEventListener<RunAsked> listener) {
        return addListener(RunAsked.class, listener);
    }

    /** Tells of documents that were shown and not forgotten. */
    public Registration onTextChanged(ComponentEventListener<TextChanged> listener) {
        return addListener(TextChanged.class, event -> {
            if (texts.containsKey(event.tabId())) {
                listener.onComponentEvent(event);
            }
        });
    }

    /** Tells of the statement that a run would run, for its parameters. */
    public Registration onStatementChanged(ComponentEventListener<StatementChanged> listener) {
        return addListener(StatementChanged.class, listener);
    }

    public Registration onFormatFailed(ComponentEventListener<FormatFailed> listener) {
        return addListener(FormatFailed.class, listener);
    }

    /** A browser that sees the editor for the first time, or again, knows nothing of it. */
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
