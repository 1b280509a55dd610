package io.duckboard.enginepage.ui;

import static io.duckboard.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Paragraph;
import io.duckboard.client.QueryEngine;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.QueryService;
import io.duckboard.engine.protocol.Request;
import io.duckboard.security.Place;
import io.duckboard.testing.Calls;
import io.duckboard.testing.ScriptedEngine;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.bean.override.convention.TestBean;

/** The Engine page shows what became of calls while it is open, and asks the engine nothing. */
@Tag("app")
@SpringBootTest(properties = {"duckboard.budget-usd=1", "duckboard.limit.operator=dollars-per-day=2"})
@ViewPackages(packages = "io.duckboard")
class EngineViewTest extends SpringBrowserlessTest {

    @TestBean
    private @Nullable QueryEngine engine;

    @Autowired
    private QueryService queries;

    static QueryEngine engine() {
        return new ScriptedEngine();
    }

    @Test
    void followsTheCallsThatOthersMake() {
        UI.getCurrent().navigate("engine");
        assertThat(find(EngineView.class).exists()).isTrue();

        scripted().end("broken", new QueryOutcome.Unreachable("<b>Nobody</b> answers.", "Start it."));
        queries.ask(Place.SQL, Request.Query.of("broken"), _ -> {});
        eventually(() -> texts(Paragraph.class).contains("<b>Nobody</b> answers."));

        scripted().hold("dear").complete(Calls.answer(false, "0.85"));
        queries.ask(Place.SQL, Request.Query.of("dear"), _ -> {});
        eventually(() -> texts(Paragraph.class).contains("Four fifths of this month's budget of $1 are used."));
        assertThat(texts(DescriptionList.Description.class))
                .contains("1", "$0.85", "$0.85 of $1", "scripted", "Duckboard 1, DuckDB 2", "$0.85 of $2");
    }

    private ScriptedEngine scripted() {
        return (ScriptedEngine) Objects.requireNonNull(engine);
    }

    private <C extends Component & HasText> List<String> texts(Class<C> type) {
        return find(type).all().stream().map(HasText::getText).toList();
    }
}
