package io.duckboard.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/**
 * Puts into a page's first response what the browser would otherwise learn step by step: which scripts and styles the
 * page needs, and a picture of the page, which is shown until the scripts run.
 */
@Component
final class FirstResponse implements VaadinServiceInitListener {

    /** Flow names the page's style sheets nowhere but in the first message to its client, which is in the head. */
    private static final Pattern STYLE_SHEET = Pattern.compile("\"url\":\"context://([^\"\\\\]+)\"");

    private static final Pattern PUSH = Pattern.compile("\"pushScript\":\"([^\"\\\\]+)\"");

    /** The theme's font, which its style sheet asks for once the first text is laid out. */
    private static final String FONT = "aura/fonts/InstrumentSans/InstrumentSans.woff2";

    private final Preloads preloads;

    FirstResponse() throws IOException {
        this.preloads = Preloads.ofTheBuild();
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::complete);
    }

    private void complete(IndexHtmlResponse response) {
        // The response has the state of one page that the server holds for it; another visit needs another.
        response.getVaadinResponse().setHeader("Cache-Control", "no-store");
        Document document = response.getDocument();
        escape(document);
        response.getUI().filter(FirstResponse::hasPage).ifPresent(ui -> {
            linkStyles(document);
            preload(document);
            preload(ui, document);
            document.body().prependChild(FirstPicture.of(ui));
            startAfterFirstPaint(document);
        });
    }

    /** Flow's first message lies in a script as JSON, which a text of the lake could end. */
    private static void escape(Document document) {
        document.select("script[initial]").stream()
                .flatMap(script -> script.dataNodes().stream())
                .forEach(data -> data.setWholeData(data.getWholeData().replace("<", "\\u003c")));
    }

    private static boolean hasPage(UI ui) {
        return !ui.getInternals().getActiveRouterTargetsChain().isEmpty();
    }

    /** Flow's client skips what it finds linked. */
    private static void linkStyles(Document document) {
        document.select("script[initial]").stream()
                .flatMap(script -> STYLE_SHEET.matcher(script.data()).results())
                .map(sheet -> sheet.group(1))
                .distinct()
                .forEach(sheet -> document.head()
                        .appendElement("link")
                        .attr("rel", "stylesheet")
                        .attr("href", sheet));
    }

    /**
     * Has the scripts run once the picture is painted, which they would put off. A page in the background paints
     * nothing, so it does not wait for long; to start twice is to start once.
     */
    private static void startAfterFirstPaint(Document document) {
        document.select("script[type=module][src*=VAADIN/build/]").forEach(entry -> {
            String address = entry.attr("src");
            document.body().appendElement("script").appendChild(new DataNode("""
                    {
                      const start = () => import('%s');
                      requestAnimationFrame(() => setTimeout(start));
                      setTimeout(start, 1_000);
                    }""".formatted(address)));
            entry.replaceWith(new Element("link")
                    .attr("rel", "modulepreload")
                    .attr("crossorigin", "")
                    .attr("href", address));
        });
    }

    private static void preload(Document document) {
        Element font =
                document.head().appendElement("link").attr("rel", "preload").attr("href", FONT);
        font.attr("as", "font").attr("type", "font/woff2").attr("crossorigin", "");
        document.select("script[initial]").stream()
                .flatMap(script -> PUSH.matcher(script.data()).results())
                .forEach(push -> document.head()
                        .appendElement("link")
                        .attr("rel", "preload")
                        .attr("as", "script")
                        .attr("href", push.group(1)));
    }

    private void preload(UI ui, Document document) {
        ui.getInternals().getActiveRouterTargetsChain().stream()
                .flatMap(part -> preloads.of(part.getClass()).stream())
                .distinct()
                .forEach(script -> document.head()
                        .appendElement("link")
                        .attr("rel", "modulepreload")
                        .attr("href", script));
    }
}
