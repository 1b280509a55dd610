package io.duckboard.security.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.duckboard.testing.Axe;
import io.duckboard.testing.SignedInBrowserTest;
import java.io.IOException;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** In a browser: people sign in and out, see what their role may, and leave nothing open behind them. */
class SignInIT extends SignedInBrowserTest {

    @Test
    void leadsAnAnalystToTheSharedQueryAndOutAgain() {
        Page page = visit("sql?q=SELECT+42+AS+answer", 1280, ColorScheme.LIGHT);
        signIn(page, "ann");

        assertThat(page.locator("duckboard-sql-editor, .cm-content").first()).containsText("SELECT 42");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Signed in as ann"))
                .click();
        picture(page, "signed-in-menu");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign out").setExact(true))
                .click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("You are signed out.");
    }

    @Test
    void showsAViewerDashboardsAndNothingElse() {
        Page page = visit("", 1280, ColorScheme.LIGHT);
        signIn(page, "vera");

        assertThat(page.locator("h1")).hasText("Trip Dashboard");
        assertThat(page.locator("vaadin-side-nav-item"))
                .containsText(new String[] {"Dashboard", "All dashboards", "Trip Dashboard"});
        assertThat(page.getByText("10,000").first()).isVisible();
        assertThat(page.getByText("open in editor")).hasCount(0);
        assertThat(page.locator(".download-menu")).hasCount(0);
        picture(page, "viewer-dashboard");
        for (String closed : new String[] {"sql", "data", "lineage", "tokens"}) {
            Response answer =
                    Objects.requireNonNull(page.navigate(page.url().replaceFirst("(://[^/]+/).*", "$1") + closed));
            assertThat(answer.status()).as(closed).isEqualTo(403);
            assertThat(answer.text()).as(closed).contains("This page is not for you");
        }
        picture(page, "viewer-refused");
        forgetWhatOthersDid();
    }

    /** A page that is only looked at sends nothing, and has to hear of it. */
    @Test
    void takesAnOpenPageFromWhomTheRoleIsTakenFrom() throws IOException {
        Page page = visit("", 1280, ColorScheme.LIGHT);
        signIn(page, "vera");
        assertThat(page.getByText("10,000").first()).isVisible();

        write(USERS.replace("vera", "vanya"));

        assertThat(page.getByText("Please sign in again")).isVisible();
        page.reload();
        assertThat(page.locator("h1")).hasText("Sign in");
        forgetWhatOthersDid();
    }

    @Test
    void isInOrderForEveryone() {
        var all = new SoftAssertions();
        Page page = visit("sign-in?why=wrong", 1280, ColorScheme.LIGHT);
        for (int width : new int[] {1280, 390}) {
            page.setViewportSize(width, 800);
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                picture(page, "sign-in-" + width + "-" + scheme);
                all.assertThat(Axe.violations(page)).as("%s %s", width, scheme).isEmpty();
            }
            all.assertThat(page.evaluate(
                            "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .isEqualTo(true);
        }
        all.assertAll();
    }

    @Test
    void signsInByKeysAlone() {
        Page page = visit("", 390, ColorScheme.DARK);

        page.keyboard().type("ann");
        page.keyboard().press("Tab");
        page.keyboard().type(PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/");
        page.waitForFunction(
                "() => document.querySelector('vaadin-app-layout') && !document.querySelector('#first-picture')");

        assertThat(page.locator("h1")).hasText("Trip Dashboard");
        picture(page, "analyst-390-DARK");
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isEqualTo(true);
    }
}
