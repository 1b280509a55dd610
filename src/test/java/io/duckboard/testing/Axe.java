package io.duckboard.testing;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;

/** What axe finds on a page that is not in order for everyone, by WCAG 2.1 AA. */
public final class Axe {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

    private Axe() {}

    public static List<String> violations(Page page) {
        return new AxeBuilder(page)
                        // Without a page of its own, which axe needs for frames of strangers alone.
                        .setLegacyMode(true)
                        .options(onlyViolations())
                        .withTags(WCAG)
                        .analyze()
                        .getViolations()
                        .stream()
                        .flatMap(Axe::words)
                        .toList();
    }

    /** The rest, megabytes of it for a large page, is read by nobody. */
    private static AxeRunOptions onlyViolations() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    private static Stream<String> words(Rule rule) {
        return rule.getNodes().stream()
                .filter(node -> !isScrollerOfTabs(rule, node))
                .map(node -> rule.getId() + " at " + node.getTarget() + ": " + summary(node));
    }

    /**
     * Within vaadin-tabs, which is the list of tabs, these lie in a box that scrolls. It has a tabindex of -1 to keep it
     * from the keyboard, and for that axe takes it for a child of the list that is no tab. Nothing of it can be said from
     * outside, and browsers leave it out of what they tell screen readers.
     */
    private static boolean isScrollerOfTabs(Rule rule, CheckedNode node) {
        return rule.getId().equals("aria-required-children")
                && node.getHtml().startsWith("<vaadin-tabs ")
                && summary(node).endsWith("[Element has children which are not allowed: div[tabindex]]");
    }

    private static String summary(CheckedNode node) {
        return node.getHtml() + "\n"
                + Stream.of(node.getAny(), node.getAll(), node.getNone())
                        .flatMap(List::stream)
                        .map(check -> check.getMessage())
                        .toList();
    }
}
