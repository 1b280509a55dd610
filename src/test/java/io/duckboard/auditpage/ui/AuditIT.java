package io.duckboard.auditpage.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.duckboard.audit.Audit;
import io.duckboard.audit.AuditEvent;
import io.duckboard.audit.AuditOutcome;
import io.duckboard.engine.protocol.CallerId;
import io.duckboard.security.Asker;
import io.duckboard.security.Origin;
import io.duckboard.security.Owner;
import io.duckboard.security.Role;
import io.duckboard.security.Way;
import io.duckboard.testing.Axe;
import io.duckboard.testing.SignedInBrowserTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** In a browser: operators see who did what, find it, and take it home. */
class AuditIT extends SignedInBrowserTest {

    private static final String NASTY = "<img src=x onerror=alert(1)>";

    @Autowired
    private @Nullable Audit audit;

    @Test
    void showsWhatPeopleDoTheNewestFirst() {
        Page analysts = visit("sql?q=SELECT+42+AS+answer", 1280, ColorScheme.LIGHT);
        signIn(analysts, "ann");
        analysts.locator("vaadin-button:has-text('Run')").first().click();
        assertThat(analysts.getByText("42", new Page.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();

        Page page = opened(1280, ColorScheme.LIGHT);

        assertThat(lines(page).first()).containsText("olaf");
        page.getByLabel("Person").fill("ann");
        assertThat(lines(page).filter(new Locator.FilterOptions().setHasText("olaf")))
                .hasCount(0);
        assertThat(lines(page)
                        .filter(new Locator.FilterOptions().setHasText("answered"))
                        .first())
                .containsText("ann · analyst");
    }

    @Test
    void showsTextsAsTextsAndReadsOnWhenAsked() {
        for (int i = 0; i < 120; i++) {
            record("nora", NASTY + " " + i);
        }
        Page page = opened(1280, ColorScheme.LIGHT);

        page.getByLabel("Person").fill("nora");
        assertThat(lines(page)).hasCount(50);
        assertThat(lines(page).first()).containsText(NASTY + " 119");
        page.getByText("Show older events").click();
        assertThat(lines(page)).hasCount(100);
        page.getByText("Show older events").click();
        assertThat(lines(page)).hasCount(120);
        assertThat(page.locator(".audit-lines img")).hasCount(0);
    }

    @Test
    void isTakenHomeAsItWasFound() throws IOException {
        record("=cmd", "one");
        record("somebody else", "two");
        Page page = opened(1280, ColorScheme.LIGHT);
        page.getByLabel("Person").fill("=cmd");
        assertThat(lines(page)).hasCount(1);

        Download csv =
                page.waitForDownload(() -> page.getByText("Export as CSV").click());
        Download json = page.waitForDownload(
                () -> page.getByText("Export as JSON lines").click());

        assertThat(Files.readString(csv.path())).contains("\"'=cmd\"").doesNotContain("somebody else");
        assertThat(Files.readAllLines(json.path())).singleElement().asString().contains("\"name\":\"=cmd\"");
        page.getByLabel("Person").fill("olaf");
        assertThat(lines(page)
                        .filter(new Locator.FilterOptions().setHasText("duckboard-audit.csv"))
                        .first())
                .isVisible();
    }

    @Test
    void isInOrderForEveryone() {
        record("a person with a name that is rather long for a line", "A sentence. ".repeat(30));
        var all = new SoftAssertions();
        Page page = opened(1280, ColorScheme.LIGHT);
        for (int width : new int[] {1280, 390}) {
            page.setViewportSize(width, 900);
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.waitForFunction("() => document.getAnimations().every(a => a.playState !== 'running'"
                        + " || a.effect.getComputedTiming().endTime === Infinity)");
                picture(page, "audit-" + width + "-" + scheme);
                all.assertThat(Axe.violations(page)).as("%s %s", width, scheme).isEmpty();
            }
            all.assertThat(page.evaluate(
                            "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as("fits %s", width)
                    .isEqualTo(true);
        }
        all.assertAll();
    }

    private Page opened(int width, ColorScheme scheme) {
        Page page = visit("audit", width, scheme);
        signIn(page, "olaf");
        assertThat(lines(page).first()).isVisible();
        return page;
    }

    private static Locator lines(Page page) {
        return page.locator(".audit-line");
    }

    private void record(String name, String message) {
        var asker = new Asker(
                new Owner("user:" + name), name, Role.ANALYST, CallerId.random(), new Origin("192.0.2.7", Way.API));
        Objects.requireNonNull(audit)
                .record(new AuditEvent.Query(
                        asker,
                        "0123456789abcdef",
                        AuditOutcome.FAILED,
                        Optional.of(message),
                        Duration.ofMillis(1_234),
                        OptionalLong.of(5),
                        OptionalLong.of(1_234_567),
                        Optional.of(new BigDecimal("0.0001")),
                        "SELECT 1"));
    }
}
