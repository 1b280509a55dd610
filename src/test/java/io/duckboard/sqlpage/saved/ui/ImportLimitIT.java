package io.duckboard.sqlpage.saved.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.duckboard.engine.testing.Attack;
import io.duckboard.security.Owner;
import io.duckboard.sqlpage.saved.SavedQueries;
import io.duckboard.testing.BrowserTest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever a client sends to a page's upload address, the app reads no more of it than it accepts. */
@Attack("An upload of 400 MB past the browser's limit")
class ImportLimitIT extends BrowserTest {

    private static final long SENT = 400_000_000;

    /** The app reads 10 MB and one byte, the server lets 2 MB pass, and the rest is on its way in both sockets. */
    private static final long MOST_TAKEN = 60_000_000;

    @Autowired
    private SavedQueries queries;

    /** They are in the app's database, which the next test class uses, too. */
    @AfterEach
    void takeAway() {
        queries.of(Owner.EVERYONE).forEach(query -> queries.delete(Owner.EVERYONE, query.id()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 400000000\r\nContent-Type: application/sql",
                "Transfer-Encoding: chunked\r\nContent-Type: application/sql",
                "Content-Length: 400000000\r\nContent-Type: multipart/form-data; boundary=x"
            })
    void readsNoMoreThanItTakesAndThenTheNext(String headers) throws IOException {
        Page page = visit("sql", 1280, ColorScheme.LIGHT);
        page.getByText("Saved", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("vaadin-upload")).isVisible();

        assertThat(send(page, headers)).isLessThan(MOST_TAKEN);

        if (!headers.contains("multipart")) {
            assertThat(page.locator(".import-report")).containsText("larger than 10 MB");
        }
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("small.sql", "", "SELECT 1".getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator(".import-report")).containsText("1 imported");
    }

    /** Returns how many bytes were sent before the other side stopped reading. */
    private static long send(Page page, String headers) throws IOException {
        URI target = URI.create(page.url())
                .resolve((String) page.evaluate("document.querySelector('vaadin-upload').target"));
        String cookies = page.context().cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        String authority = target.getAuthority();
        String head = "POST " + target.getRawPath() + " HTTP/1.1\r\nHost: " + authority + "\r\nOrigin: http://"
                + authority + "\r\nCookie: " + cookies + "\r\nX-Filename: large.sql\r\n" + headers + "\r\n\r\n";
        byte[] block = new byte[1 << 16];
        long sent = 0;
        try (var socket = new Socket(target.getHost(), target.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            while (sent < SENT) {
                if (headers.contains("chunked")) {
                    out.write((Integer.toHexString(block.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                }
                out.write(block);
                if (headers.contains("chunked")) {
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                sent += block.length;
            }
            return sent;
        } catch (IOException _) {
            // The connection was closed, as it should be.
            return sent;
        }
    }
}
