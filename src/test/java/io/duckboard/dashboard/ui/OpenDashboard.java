package io.duckboard.dashboard.ui;

import static io.duckboard.testing.Eventually.eventually;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTableRow;
import io.duckboard.client.QueryEngine;
import io.duckboard.testing.CannedEngine;
import io.duckboard.ui.Notice;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.bean.override.convention.TestBean;

/** The dashboard without a browser, with an engine that answers from the sample. */
@SpringBootTest
abstract class OpenDashboard extends SpringBrowserlessTest {

    @TestBean
    private @Nullable QueryEngine engine;

    static QueryEngine engine() {
        return new CannedEngine();
    }

    @AfterEach
    void renewTheEngine() {
        canned().forget();
    }

    final CannedEngine canned() {
        return (CannedEngine) Objects.requireNonNull(engine);
    }

    /** Opens the page, which the test's visitor has already entered. */
    final void open() {
        eventually(() -> rows().size() == 5);
    }

    /** Loads the page again. */
    static void reload() {
        UI.getCurrent().refreshCurrentRoute(false);
    }

    final String tile(String name) {
        return find(Tile.class).all().stream()
                .filter(tile -> tile.getElement().getChild(0).getText().equals(name))
                .map(OpenDashboard::value)
                .findFirst()
                .orElseThrow();
    }

    static String value(Tile tile) {
        return tile.getElement().getChild(1).getTextRecursively();
    }

    final void type(String text) {
        test(field()).setValue(text);
    }

    final LocationCountField field() {
        return find(LocationCountField.class).single();
    }

    /**
     * Whether the page links to the transform. If there is a reason for the link, it is the last thing that the page
     * learns.
     */
    final boolean leadsToTheTransform() {
        return find(Anchor.class).withText("run the transform").exists();
    }

    /** Whether a notice is visible: find skips what is hidden. */
    final boolean isWarned() {
        return find(Notice.class).exists();
    }

    /** The texts of the table's cells, row by row. */
    final List<List<String>> rows() {
        return find(NativeTableRow.class, find(LocationTable.class).single()).all().stream()
                .map(row -> row.getDataCells().stream().map(HasText::getText).toList())
                .filter(cells -> !cells.isEmpty())
                .toList();
    }

    final <T extends Component & HasText> List<String> texts(Class<T> kind) {
        return find(kind).all().stream().map(HasText::getText).toList();
    }
}
