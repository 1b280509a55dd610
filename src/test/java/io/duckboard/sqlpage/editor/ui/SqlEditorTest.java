package io.duckboard.sqlpage.editor.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The server knows the texts of the editor's documents, as far as the browser has reported them. */
class SqlEditorTest {

    private final SqlEditor editor = new SqlEditor();
    private final List<String> told = new ArrayList<>();

    @Test
    void knowsWhatIsTypedInEachDocument() {
        editor.onTextChanged(event -> told.add(event.tabId() + ": " + event.text() + " " + editor.text("a")));
        editor.show("a", "SELECT 1");
        editor.show("b", "SELECT 2");

        type("a", "SELECT 11");

        assertThat(told).containsExactly("a: SELECT 11 Optional[SELECT 11]");
        assertThat(editor.shown()).isEqualTo("b");
        assertThat(editor.text()).isEqualTo("SELECT 2");
    }

    @Test
    void knowsNothingOfADocumentThatItWasNotGiven() {
        editor.onTextChanged(event -> told.add(event.tabId()));
        editor.show("a", "SELECT 1");
        editor.forget("a");

        type("a", "SELECT 11");
        type("stranger", "SELECT 12");

        assertThat(told).isEmpty();
        assertThat(editor.text("a")).isEmpty();
        assertThat(editor.text("stranger")).isEmpty();
        assertThat(editor.text()).isEmpty();
    }

    @Test
    void takesOtherTexts() {
        editor.show("a", "SELECT 1");

        editor.replace("a", "SELECT 3");

        assertThat(editor.text()).isEqualTo("SELECT 3");
    }

    private void type(String tabId, String text) {
        ComponentUtil.fireEvent(editor, new TextChanged(editor, true, tabId, text, 1));
    }
}
