package io.duckboard.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A real Chromium. DUCKBOARD_CHROMIUM may name its executable; otherwise it is the one that Playwright has downloaded.
 * It records what the app's pages may not do: console errors, and requests that leave this machine.
 */
public final class Browser implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    /** A busy machine takes a while. Tests of things that have to be quick set their own limit. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final List<String> strangers = new CopyOnWriteArrayList<>();
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /** @throws IllegalStateException if there is no browser to start; the message says how to get one */
    public static Browser start() {
        PlaywrightAssertions.setDefaultAssertionTimeout((double) PATIENCE.toMillis());
        String executable = System.getenv("DUCKBOARD_CHROMIUM");
        var options = new BrowserType.LaunchOptions().setHeadless(true).setArgs(FLAGS);
        if (executable != null) {
            options.setExecutablePath(Path.of(executable));
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            return new Browser(playwright, playwright.chromium().launch(options));
        } catch (PlaywrightException e) {
            playwright.close();
            throw new IllegalStateException(
                    "No Chromium starts for the browser tests. `make test` brings one; else name an executable in"
                            + " DUCKBOARD_CHROMIUM.",
                    e);
        }
    }

    /** Opens a page for a fresh visitor. */
    public Page visit(int width, int height, ColorScheme system) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(system));
        context.onRequest(request -> note(request.url()));
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") && !saysThatThereIsNoSuchPage(message)) {
                errors.add(message.text());
            }
        });
        context.onWebError(error -> errors.add(error.error()));
        return context.newPage();
    }

    /** Closes the pages of all visitors. */
    void leave() {
        List.copyOf(chromium.contexts()).forEach(BrowserContext::close);
    }

    /** Drops what was recorded so far, so that later tests are not blamed for it. */
    void forget() {
        errors.clear();
        strangers.clear();
    }

    /** Returns the errors that pages wrote to the console, and exceptions that nobody caught. */
    public List<String> errors() {
        return errors;
    }

    /** Returns the addresses that pages requested outside of this machine. */
    public List<String> strangers() {
        return strangers;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    /** An address where no page is answers so itself; what a page asks for has to be there. */
    private static boolean saysThatThereIsNoSuchPage(ConsoleMessage message) {
        return message.text().contains("status of 404")
                && message.location().startsWith(message.page().url() + ":");
    }

    private void note(String url) {
        if (url.startsWith("data:") || url.startsWith("blob:")) {
            return;
        }
        URI address = URI.create(url.split("[?#]", 2)[0]);
        if (address.getHost() != null && !address.getHost().equals("localhost")) {
            strangers.add(url);
        }
    }
}
