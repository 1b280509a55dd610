package io.duckboard.sqlpage.ui;

import static io.duckboard.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import io.duckboard.client.QueryEngine;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.sqlpage.editor.ui.RunAsked;
import io.duckboard.sqlpage.editor.ui.SqlEditor;
import io.duckboard.testing.ObservedEngine;
import io.duckboard.testing.ScriptedEngine;
import io.duckboard.ui.MainLayout;
import io.duckboard.ui.Progress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.bean.override.convention.TestBean;

/** A deployed engine that has not been asked for a while takes seconds to start, and the page says so. */
@Tag("app")
@SpringBootTest(properties = "duckboard.function=duckboard-query:live")
@ViewPackages(packages = "io.duckboard")
class ColdEngineTest extends SpringBrowserlessTest {

    @TestBean
    private @Nullable QueryEngine engine;

    static QueryEngine engine() {
        return new ScriptedEngine();
    }

    @Test
    void saysWhyAnAnswerMayLetItselfBeWaitedFor() {
        var held = ((ScriptedEngine) Objects.requireNonNull(engine)).hold("SELECT 1");
        UI.getCurrent().navigate("sql");
        SqlEditor editor = find(SqlEditor.class).single();
        ComponentUtil.fireEvent(editor, new RunAsked(editor, true, "", "SELECT 1", 0, 1, 1));

        assertThat(isInProgress()).isTrue();
        assertThat(find(Span.class).withText("The engine may be starting …").exists())
                .isTrue();
        assertThat(UI.getCurrent().getChildren().filter(MainLayout.class::isInstance))
                .allSatisfy(layout -> assertThat(((MainLayout) layout).hasClassName("engine-on-aws"))
                        .isTrue())
                .isNotEmpty();

        held.complete(ObservedEngine.failure(ErrorCode.CANCELLED));
        eventually(() -> !isInProgress());
    }

    @Test
    void namesTheEngineWhereNobodyHasNamedItsLake() {
        UI.getCurrent().navigate("sql");

        assertThat(find(Span.class).withText("duckboard-query:live").exists()).isTrue();
    }

    private boolean isInProgress() {
        return find(Progress.class).all().stream().anyMatch(progress -> progress.hasClassName("progress-moving"));
    }
}
