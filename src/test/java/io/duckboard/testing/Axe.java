package io.duckboard.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/**
 * Finds the accessibility problems of a page with axe. The page itself picks them out and returns nothing else, because
 * everything that axe has looked at is megabytes for a page.
 */
public final class Axe {

    private static final List<String> WCAG_2_1_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

    private static final String IS_THERE = "() => 'axe' in window";

    private static final String FIND = """
            ({ tags, without }) => {
              const options = { resultTypes: ['violations'] };
              if (tags.length) {
                options.runOnly = { type: 'tag', values: tags };
              }
              const words = ({ id }, { target, html, any, all, none }) =>
                `${id} at ${target}: ${html}\\n${[any, all, none].flat().map(({ message }) => message).join('\\n')}`;
              return axe
                .run({ exclude: without.map((selector) => [selector]) }, options)
                .then(({ violations }) => violations.flatMap((rule) => rule.nodes.map((node) => words(rule, node))));
            }""";

    /**
     * Within vaadin-tabs, which is the list of tabs, the tabs are in a box that scrolls. It has a tabindex of -1 to
     * keep it from the keyboard, and so axe takes it for a child of the list that is not a tab. It cannot be changed
     * from outside, and browsers leave it out of what they tell screen readers.
     */
    private static final String SCROLLER_OF_TABS =
            "(?s)aria-required-children at .*: <vaadin-tabs [^\\n]*\\nElement has children which are not allowed: div\\[tabindex\\]";

    private Axe() {}

    /** Checks the rules of WCAG 2.1 AA. */
    public static List<String> violations(Page page) {
        return find(page, WCAG_2_1_AA, List.of());
    }

    /**
     * Checks all rules of axe, including good practice.
     *
     * @param without selectors of elements to skip
     */
    public static List<String> blemishes(Page page, List<String> without) {
        return find(page, List.of(), without);
    }

    private static List<String> find(Page page, List<String> tags, List<String> without) {
        if (!(boolean) page.evaluate(IS_THERE)) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        var found = (List<?>) page.evaluate(FIND, Map.of("tags", tags, "without", without));
        return found.stream()
                .map(String.class::cast)
                .filter(words -> !words.matches(SCROLLER_OF_TABS))
                .toList();
    }
}
