package io.duckboard.tokenpage.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.duckboard.security.Owner;
import io.duckboard.security.Role;
import io.duckboard.testing.Axe;
import io.duckboard.testing.SignedInBrowserTest;
import io.duckboard.token.NewToken;
import io.duckboard.token.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** In a browser: a token is made, copied, used as the page says, and revoked. */
class TokensIT extends SignedInBrowserTest {

    private static final String NASTY = "<img src=x onerror=alert(1)>";

    private static final Pattern CURL = Pattern.compile(
            "curl -H \"Authorization: Bearer \\$DUCKBOARD_TOKEN\" \\\\\\s+-H \"(.+): (.+)\" -H \"(.+): (.+)\""
                    + " \\\\\\s+--data \"(.+)\" (\\S+)");

    @Autowired
    private @Nullable Tokens tokens;

    @Test
    void makesATokenThatAsksAsThePageSaysUntilItIsRevoked() throws Exception {
        Page page = opened("ann");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));

        button(page, "New token").click();
        name(page).fill(NASTY);
        name(page).press("Enter");
        button(page, "Copy the token").click();
        assertThat(page.getByText("Copied")).isVisible();
        var token = (String) page.evaluate("() => navigator.clipboard.readText()");
        String curl = page.locator(".token-dialog pre").textContent();
        assertThat(token)
                .startsWith("duckboard_")
                .isEqualTo(page.locator(".token-text input").inputValue());
        page.keyboard().press("Escape");
        assertThat(page.locator(".token-dialog pre")).isVisible();
        button(page, "Done").click();

        assertThat(page.locator(".token-dialog pre")).hasCount(0);
        assertThat(page.content()).doesNotContain(token.substring(token.lastIndexOf('_')));
        assertThat(ask(curl, token).body()).isEqualTo("answer\n42\n");
        page.reload();
        assertThat(row(page)).containsText("just now");
        assertThat(row(page)).containsText(NASTY);
        assertThat(row(page).locator("img")).hasCount(0);
        assertThat(page.url()).doesNotContain("duckboard_");

        button(page, "Revoke " + NASTY).click();
        button(page, "Revoke").last().click();
        assertThat(row(page).locator(".token-standing")).hasText("revoked");
        assertThat(ask(curl, token).statusCode()).isEqualTo(401);
    }

    @Test
    void isInOrderForEveryone() {
        issue("olaf", "A name that is rather long for a line, as those of notebooks are", 2);
        issue("ann", "nightly", 30);
        Objects.requireNonNull(tokens).revoke(issue("ann", "notebook", 30));
        var all = new SoftAssertions();
        Page page = opened("olaf");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Whose tokens")))
                .click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Everybody's"))
                .click();
        assertThat(page.getByText("nightly")).isVisible();
        look(page, "tokens", all);
        button(page, "New token").click();
        page.locator(".lifetime vaadin-select").click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("another number of days"))
                .click();
        page.locator(".lifetime input").last().fill("5");
        name(page).fill("report");
        assertThat(page.getByText(Pattern.compile("^It ends on \\d"))).isVisible();
        look(page, "tokens-new", all);
        button(page, "Create").click();
        assertThat(page.locator(".token-dialog pre")).containsText("/api/query");
        look(page, "tokens-issued", all);
        all.assertAll();
    }

    private static void look(Page page, String name, SoftAssertions all) {
        for (int width : new int[] {1280, 390}) {
            page.setViewportSize(width, 900);
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.waitForFunction("() => document.getAnimations().every(a => a.playState !== 'running'"
                        + " || a.effect.getComputedTiming().endTime === Infinity)");
                picture(page, name + "-" + width + "-" + scheme);
                all.assertThat(Axe.violations(page))
                        .as("%s %s %s", name, width, scheme)
                        .isEmpty();
            }
            all.assertThat(page.evaluate(
                            "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as("%s fits %s", name, width)
                    .isEqualTo(true);
        }
    }

    /** Sends what curl would send. */
    private static HttpResponse<String> ask(String curl, String token) throws IOException, InterruptedException {
        Matcher parts = CURL.matcher(curl);
        assertThat(parts.matches()).as(curl).isTrue();
        var request = HttpRequest.newBuilder(URI.create(parts.group(6)))
                .header("Authorization", "Bearer " + token)
                .header(parts.group(1), parts.group(2))
                .header(parts.group(3), parts.group(4))
                .POST(HttpRequest.BodyPublishers.ofString(parts.group(5)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private Page opened(String name) {
        Page page = visit("tokens", 1280, ColorScheme.LIGHT);
        signIn(page, name);
        assertThat(page.locator("h1")).hasText("Tokens");
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator name(Page page) {
        return page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator row(Page page) {
        return page.locator(".token-table tbody tr").first();
    }

    private String issue(String owner, String name, int days) {
        return Objects.requireNonNull(tokens)
                .issue(new NewToken(
                        name,
                        Role.ANALYST,
                        Optional.of(new NewToken.TokenOwner(new Owner("user:" + owner), owner)),
                        Duration.ofDays(days)))
                .token()
                .id();
    }
}
