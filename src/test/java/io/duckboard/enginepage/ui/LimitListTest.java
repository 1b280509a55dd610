package io.duckboard.enginepage.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Paragraph;
import io.duckboard.limit.Admission;
import io.duckboard.limit.Limits;
import io.duckboard.limit.TestLimits;
import io.duckboard.security.Asker;
import io.duckboard.testing.PanelTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever looks sees the limits in plain words, and what of them is used. */
class LimitListTest extends PanelTest {

    private final Asker asker = Asker.everyone();

    @Test
    void saysThatThereAreNone() {
        show(TestLimits.of("none"));

        assertThat(paragraph()).isEqualTo("None: you may ask as much as the engine can take.");
    }

    @Test
    void saysEachOfThem() {
        show(TestLimits.of("queries=4 per-minute=1000 seconds=30"));

        assertThat(facts()).containsExactly("4", "1,000", "30 s", "no limit", "no limit");
        assertThat(find(Paragraph.class).exists()).isFalse();
    }

    @Test
    void saysWhatIsUsedOfADayAndWhenItIsFreeAgain() {
        Limits limits = TestLimits.of("bytes-per-day=100GB dollars-per-day=12.75");
        use(limits, 25_000_000_000L, "0.5");

        show(limits);

        assertThat(facts()).contains("25.0 GB of 100 GB", "$0.5 of $12.75");
        assertThat(widths()).containsExactly("25.00%", "3.92%");
        assertThat(paragraph())
                .isEqualTo("All that is used today is free again in 5 h 12 min, when the next day of UTC begins.");
    }

    @Test
    void saysThatADayIsUsedUp() {
        Limits limits = TestLimits.of("dollars-per-day=1");
        use(limits, 0, "1.2");

        show(limits);

        assertThat(widths()).containsExactly("100.00%");
        assertThat(paragraph())
                .isEqualTo(
                        "Today's limit is used up. You can ask again in 5 h 12 min, when the next day of UTC begins.");
    }

    private void use(Limits limits, long bytes, String usd) {
        if (limits.admit(asker) instanceof Admission.Admitted(var permit)) {
            try (permit) {
                permit.used(bytes, new BigDecimal(usd));
            }
        }
    }

    private void show(Limits limits) {
        var list = new LimitList();
        list.show(limits.of(asker), limits.usedToday(asker), Duration.ofMinutes(312));
        show(list);
    }

    private String paragraph() {
        return find(Paragraph.class).single().getText();
    }

    private List<String> facts() {
        return find(DescriptionList.Description.class).all().stream()
                .map(HasText::getText)
                .toList();
    }

    private List<String> widths() {
        return find(DescriptionList.Description.class).all().stream()
                .flatMap(fact -> fact.getElement().getChildren())
                .filter(child -> !child.isTextNode())
                .map(track -> String.valueOf(track.getChild(0).getStyle().get("width")))
                .toList();
    }
}
