package io.duckboard.sqlpage.saved.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.duckboard.security.Owner;
import io.duckboard.sqlpage.saved.SavedName;
import io.duckboard.sqlpage.saved.SavedOutcome;
import io.duckboard.sqlpage.saved.SavedQueries;
import io.duckboard.sqlpage.saved.SavedQuery;
import io.duckboard.testing.KeptHome;
import io.duckboard.testing.PanelTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Queries are saved, found, opened, moved, deleted and brought back. */
class SavedPanelTest extends PanelTest {

    @RegisterExtension
    private static final KeptHome HOME = new KeptHome();

    private final Owner owner = new Owner(UUID.randomUUID().toString());
    private final SavedQueries queries = new SavedQueries(HOME.database(), Clock.systemUTC());
    private final List<SavedQuery> opened = new ArrayList<>();
    private String text = "SELECT 1";

    @Test
    void saysThatNothingIsSaved() {
        show();

        assertThat(paragraphs()).anyMatch(text -> text.startsWith("Nothing is saved yet."));
        assertThat(find(NativeButton.class).exists()).isFalse();
    }

    @Test
    void savesTheEditorsTextInANewFolder() {
        show();

        saveAs("reports / daily", "trips by hour");

        assertThat(queries.of(owner))
                .extracting(SavedQuery::folder, SavedQuery::name, SavedQuery::sql)
                .containsExactly(tuple("reports/daily", "trips by hour", "SELECT 1"));
        assertThat(names()).containsExactly("trips by hour");
        assertThat(paragraphs()).contains("Saved as “trips by hour”.");
    }

    @Test
    void savesNothingWithoutANameOrAText() {
        show();

        saveAs("", " ");
        assertThat(nameField().isInvalid()).isTrue();
        assertThat(nameField().getErrorMessage()).isEqualTo("A query needs a name.");
        text = "  ";
        saveAs("", "empty");

        assertThat(paragraphs()).contains("There is nothing in the editor to save.");
        assertThat(queries.of(owner)).isEmpty();
    }

    @Test
    void asksBeforeItReplaces() {
        saved("", "trips", "SELECT 'old'");
        show();

        saveAs("", "trips");
        assertThat(paragraphs()).contains("“trips” is there already.");
        click("Keep it");
        assertThat(queries.of(owner)).extracting(SavedQuery::sql).containsExactly("SELECT 'old'");
        saveAs("", "trips");
        click("Replace it");

        assertThat(queries.of(owner)).extracting(SavedQuery::sql).containsExactly("SELECT 1");
    }

    @Test
    void opensWhatIsClicked() {
        SavedQuery query = saved("reports", "trips", "SELECT 2");
        show();

        test(find(NativeButton.class).single()).click();

        assertThat(opened).extracting(SavedQuery::id).containsExactly(query.id());
    }

    @Test
    void showsFoldersAndFindsWhatIsTyped() {
        saved("reports/daily", "trips", "SELECT 2");
        saved("", "zones", "FROM zones");
        show();
        assertThat(names()).containsExactly("zones", "trips");
        assertThat(find(NativeDetails.class).all()).hasSize(1);

        test(find(TextField.class)
                        .withPropertyValue(TextField::getPlaceholder, "Search names and SQL")
                        .single())
                .setValue("DAILY");

        assertThat(names()).containsExactly("trips");
        assertThat(paragraphs()).contains("1 of 2 have “DAILY” in their name or SQL.");
    }

    @Test
    void movesAndRenames() {
        saved("", "trips", "SELECT 2");
        saved("", "zones", "SELECT 3");
        show();
        button("Rename or move trips").click();

        TextField name = find(TextField.class, find(Dialog.class).single()).single();
        test(name).setValue("zones");
        test(find(Button.class, find(Dialog.class).single()).withText("Save").single())
                .click();
        assertThat(name.getErrorMessage()).startsWith("“zones” is there already.");
        test(name).setValue("trips of a day");
        test(find(Button.class, find(Dialog.class).single()).withText("Save").single())
                .click();

        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(names()).containsExactly("trips of a day", "zones");
    }

    @Test
    void bringsBackWhatWasDeleted() {
        saved("", "trips", "SELECT 2");
        show();

        button("Delete trips").click();
        assertThat(names()).isEmpty();
        click("Undo");

        assertThat(names()).containsExactly("trips");
        assertThat(queries.of(owner)).extracting(SavedQuery::sql).containsExactly("SELECT 2");
    }

    @Test
    void saysWhyWhatWasDeletedCannotComeBack() {
        saved("", "trips", "SELECT 2");
        show();
        button("Delete trips").click();
        saved("", "trips", "SELECT 3");

        click("Undo");

        assertThat(paragraphs()).contains("“trips” could not be brought back.");
        assertThat(queries.of(owner)).extracting(SavedQuery::sql).containsExactly("SELECT 3");
    }

    @Test
    void takesFilesInAndSaysWhatWasLeftOut() throws IOException {
        show();

        find(ImportField.class).single().take("trips.sql", "FROM trips".getBytes(StandardCharsets.UTF_8));

        assertThat(names()).containsExactly("trips");
        assertThat(paragraphs()).contains("1 imported.");
        find(ImportField.class).single().take("a\nb.sql", "FROM trips".getBytes(StandardCharsets.UTF_8));
        assertThat(paragraphs()).anyMatch(said -> said.contains("line breaks"));
    }

    @Test
    void showsScriptsAsText() {
        String script = "<img src=x onerror=alert(1)>";
        saved(script, script, script);

        show();

        assertThat(names()).containsExactly(script);
        assertThat(tags(UI.getCurrent().getElement())).contains("li").doesNotContain("img");
        assertThat(find(ListItem.class).all()).hasSize(1);
    }

    private SavedQuery saved(String folder, String name, String sql) {
        return ((SavedOutcome.Done) queries.save(owner, new SavedName(folder, name), sql)).query();
    }

    private void show() {
        show(new SavedPanel(queries, owner, () -> text, opened::add));
    }

    private void saveAs(String folder, String name) {
        test(nameField()).setValue(name);
        if (!folder.isEmpty()) {
            ComboBox<?> folders = find(ComboBox.class).single();
            ComponentUtil.fireEvent(folders, new ComboBoxBase.CustomValueSetEvent<>(folders, true, folder));
        }
        click("Save");
    }

    private TextField nameField() {
        return find(TextField.class)
                .withPropertyValue(TextField::getLabel, "Name")
                .single();
    }

    private void click(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    private Button button(String label) {
        return find(Button.class).all().stream()
                .filter(button -> button.getAriaLabel().filter(label::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private List<String> names() {
        return find(NativeButton.class).all().stream()
                .map(NativeButton::getText)
                .toList();
    }

    private List<String> paragraphs() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }
}
