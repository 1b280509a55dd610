package io.duckboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import io.duckboard.testing.BrowserTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every answer has the headers for the browser, whichever part of the app gives it. */
class AnswerHeadersIT extends BrowserTest {

    @ParameterizedTest
    @CsvSource({"'', 200", "VAADIN/build/nothing.js, 404", "VAADIN/dynamic/resource/0/none/none, 404", "?v-r=none, 404"
    })
    void areOnPagesAndOnErrors(String address, int status) {
        Page page = visit("", 1280, ColorScheme.LIGHT);

        Response answer = page.navigate(page.url() + address);

        Map<String, String> headers = answer.allHeaders();
        assertThat(answer.status()).isEqualTo(status);
        assertThat(headers)
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("referrer-policy", "same-origin");
        assertThat(headers.get("content-security-policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "base-uri 'self'", "form-action 'self'");
        forgetWhatOthersDid();
    }

    @Test
    void keepTheSessionsCookieFromScriptsAndOtherSites() {
        Page page = visit("", 1280, ColorScheme.LIGHT);

        assertThat(page.context().cookies()).isNotEmpty().allSatisfy(this::isGuarded);
        assertThat(page.evaluate("document.cookie")).isEqualTo("");
    }

    private void isGuarded(Cookie cookie) {
        assertThat(cookie.httpOnly).isTrue();
        assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
    }
}
