package io.duckboard.board.export;

import io.duckboard.board.BooleanFilter;
import io.duckboard.board.Dashboard;
import io.duckboard.board.DateFilter;
import io.duckboard.board.DateRangeFilter;
import io.duckboard.board.Filter;
import io.duckboard.board.FilterValues;
import io.duckboard.board.GridPlace;
import io.duckboard.board.NumberFilter;
import io.duckboard.board.OneFilter;
import io.duckboard.board.Options;
import io.duckboard.board.SeveralFilter;
import io.duckboard.board.TextFilter;
import io.duckboard.board.Tile;
import io.duckboard.client.QueryEngine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A dashboard as a page that needs nothing else: no network, no script, and no font but the reader's own. Whatever comes
 * from data stands in it as text, and its policy lets a browser load nothing.
 */
public final class ExportedPage {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Dashboard dashboard;
    private final FilterValues values;
    private final List<TileAnswer> answers;
    private final Instant now;

    private ExportedPage(Dashboard dashboard, FilterValues values, List<TileAnswer> answers, Instant now) {
        this.dashboard = dashboard;
        this.values = values;
        this.answers = List.copyOf(answers);
        this.now = now;
    }

    /**
     * Asks all tiles. A tile that has no answer says why in its place.
     *
     * @param workers calls at once
     */
    public static ExportedPage ask(
            Dashboard dashboard, FilterValues values, QueryEngine engine, int workers, Instant now) {
        return new ExportedPage(dashboard, values, new TileAnswers(engine, workers).of(dashboard, values), now);
    }

    /** How many tiles have no answer. */
    public long refused() {
        return answers.stream().filter(TileAnswer.Refused.class::isInstance).count();
    }

    /** The page. */
    public String html() {
        String style = style();
        var html = new Html()
                .raw(
                        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-"
                                + digest(style) + "'; base-uri 'none'; form-action 'none'\">\n"
                                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                                + "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
                .element("title", dashboard.title())
                .raw("\n<style>" + style + "</style>\n</head>\n<body>\n<header>\n")
                .element("h1", dashboard.title());
        if (!dashboard.description().isEmpty()) {
            html.element("p", dashboard.description());
        }
        html.element("p", "quiet", "As of " + MOMENT.format(now));
        filters(html);
        html.raw("\n</header>\n<main>\n");
        for (int i = 0; i < answers.size(); i++) {
            tile(i, answers.get(i), html);
        }
        return html.raw("</main>\n</body>\n</html>\n").toString();
    }

    private void filters(Html html) {
        if (!dashboard.filters().isEmpty()) {
            html.raw("<dl>");
            dashboard
                    .filters()
                    .forEach(filter -> html.raw("<div>")
                            .element("dt", filter.label())
                            .element("dd", text(filter))
                            .raw("</div>"));
            html.raw("</dl>");
        }
    }

    private String text(Filter filter) {
        List<String> texts = filter.write(values.value(filter));
        return texts.isEmpty()
                ? "all"
                : texts.stream().map(text -> label(filter, text)).collect(Collectors.joining(", "));
    }

    private static String label(Filter filter, String text) {
        return switch (filter) {
            case OneFilter one -> label(one.options(), text);
            case SeveralFilter several -> label(several.options(), text);
            case DateRangeFilter _ -> text.replace("..", " – ").strip();
            case NumberFilter _, TextFilter _, DateFilter _, BooleanFilter _ -> text;
        };
    }

    private static String label(Options options, String text) {
        return switch (options) {
            case Options.Listed listed ->
                listed.options().stream()
                        .filter(option -> option.value().texts().equals(List.of(text)))
                        .map(Options.Option::label)
                        .findFirst()
                        .orElse(text);
            case Options.Asked _ -> text;
        };
    }

    private static void tile(int number, TileAnswer answer, Html html) {
        Tile.Frame frame = answer.tile().frame();
        html.raw("<section class=\"tile t" + number + (answer instanceof TileAnswer.Text ? " words" : "") + "\">");
        if (!frame.title().isEmpty()) {
            html.raw("<h2>").text(frame.title());
            remark(answer, html);
            html.raw("</h2>");
        }
        if (!frame.description().isEmpty()) {
            html.element("p", "quiet", frame.description());
        }
        switch (answer) {
            case TileAnswer.Shown shown -> html.raw(new TileBody(shown).html());
            case TileAnswer.Refused(var _, String message) -> html.element("p", "refused", message);
            case TileAnswer.Text(var text) -> html.raw(MarkdownHtml.of(text.markdown()));
        }
        html.raw("</section>\n");
    }

    private static void remark(TileAnswer answer, Html html) {
        if (answer instanceof TileAnswer.Shown(var tile, var table)) {
            tile.remark()
                    .flatMap(table::first)
                    .ifPresent(remark -> html.raw(" ").element("small", Written.PLAIN.of(remark)));
        }
    }

    private String style() {
        var style = new StringBuilder(constant());
        style.append("@media screen and (min-width: 900px){");
        for (int i = 0; i < answers.size(); i++) {
            GridPlace place = answers.get(i).tile().frame().place();
            style.append(".t")
                    .append(i)
                    .append("{grid-column:")
                    .append(place.column())
                    .append("/span ")
                    .append(place.width())
                    .append(";grid-row:")
                    .append(place.row())
                    .append("/span ")
                    .append(place.height())
                    .append('}');
        }
        return style.append('}').toString();
    }

    private static String constant() {
        try (InputStream style = Objects.requireNonNull(ExportedPage.class.getResourceAsStream("page.css"))) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
