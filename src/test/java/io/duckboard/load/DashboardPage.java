package io.duckboard.load;

import java.io.IOException;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The dashboard in a browser that draws nothing: it asks for the page, opens its socket, types into the field, and reads
 * what comes. Scripts and styles, which a browser fetches once, are not fetched.
 */
final class DashboardPage {

    /** Whoever has waited so long has not been answered. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Without a version, the server sends nothing; it need not be this one. */
    private static final String SOCKET = "&X-Atmosphere-Framework=4.0.1&X-Atmosphere-tracking-id=0"
            + "&X-Atmosphere-Transport=websocket&X-Atmosphere-TrackMessageSize=true&X-atmo-protocol=true"
            + "&Content-Type=application/json;%20charset=UTF-8&X-Vaadin-LastSeenServerSyncId=0";

    private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
    private static final Pattern PUSH = Pattern.compile("\"Vaadin-Push-ID\":\"([^\"]+)\"");
    private static final Pattern PAGE = Pattern.compile("\"v-uiId\":(\\d+)");
    private static final Pattern FIELD = Pattern.compile(
            "\\{\"node\":(\\d+),\"type\":\"put\",\"key\":\"tag\",\"feat\":0,\"value\":\"vaadin-text-field\"}");
    private static final Pattern SYNC = Pattern.compile("\"syncId\":(\\d+)");
    private static final Pattern BARS = Pattern.compile("Bar chart of (\\d+) pickup locations");

    private final BlockingQueue<String> news = new LinkedBlockingQueue<>();
    private final PageUser user;
    private final String key;
    private final String page;
    private final String field;
    private final WebSocket socket;
    private int seen;
    private int sent;

    private DashboardPage(PageUser user, String html) throws IOException, InterruptedException {
        this.user = user;
        this.key = found(KEY, html);
        this.page = found(PAGE, html);
        this.field = found(FIELD, html);
        news.add(html);
        this.socket = user.socket(
                        "/VAADIN/push?v-r=push&v-uiId=" + page + "&v-pushId=" + found(PUSH, html) + SOCKET,
                        new PushMessages(news::add, news::add))
                .join();
        send("{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\",\"data\":{\"route\":\"\",\"query\":\"\","
                + "\"appShellTitle\":\"\",\"historyState\":null,\"trigger\":\"\"}}");
        awaitBars(Optional.empty());
    }

    /** Opens the page and returns when its bars have come. */
    static DashboardPage open(PageUser user) throws IOException, InterruptedException {
        return new DashboardPage(user, user.get("/"));
    }

    /** Types how many locations are to be shown, and returns the page when their bars have come. */
    DashboardPage show(int locations) throws IOException, InterruptedException {
        send("{\"type\":\"mSync\",\"node\":" + field + ",\"feature\":1,\"property\":\"value\",\"value\":\"" + locations
                + "\"},{\"type\":\"event\",\"node\":" + field
                + ",\"event\":\"input\",\"data\":{\"1\":1,\"for\":\"trailing\"}}");
        awaitBars(Optional.of(locations));
        return this;
    }

    /** Leaves the page as a closed tab does. */
    void leave() throws IOException, InterruptedException {
        socket.abort();
        user.post(address(), message("", ",\"UNLOAD\":true"));
    }

    private void send(String calls) throws IOException, InterruptedException {
        String answer = user.post(address(), message(calls, ""));
        sent++;
        note(answer);
        news.add(answer);
    }

    private String address() {
        return "/?v-r=uidl&v-uiId=" + page;
    }

    private String message(String calls, String more) {
        return "{\"csrfToken\":\"" + key + "\",\"rpc\":[" + calls + "],\"syncId\":" + seen + ",\"clientId\":" + sent
                + more + "}";
    }

    private void awaitBars(Optional<Integer> wanted) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String last = "nothing";
        while (true) {
            String message = news.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (message == null) {
                throw new IOException("No bars in " + PATIENCE.toSeconds() + " s. The page was last told "
                        + last.substring(0, Math.min(400, last.length())));
            }
            note(message);
            Matcher bars = BARS.matcher(message);
            while (bars.find()) {
                if (wanted.isEmpty() || wanted.get() == Integer.parseInt(bars.group(1))) {
                    return;
                }
            }
            if (message.startsWith("The ")) {
                throw new IOException(message);
            }
            last = message;
        }
    }

    private void note(String message) {
        Matcher sync = SYNC.matcher(message);
        while (sync.find()) {
            seen = Math.max(seen, Integer.parseInt(sync.group(1)));
        }
    }

    private static String found(Pattern pattern, String html) throws IOException {
        Matcher matcher = pattern.matcher(html);
        if (!matcher.find()) {
            throw new IOException("This is not the dashboard: there is no " + pattern);
        }
        return matcher.group(1);
    }
}
