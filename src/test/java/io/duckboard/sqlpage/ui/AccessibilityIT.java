package io.duckboard.sqlpage.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import io.duckboard.testing.Axe;
import io.duckboard.testing.BrowserTest;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In a browser: every page is accessible, in light and dark, on a desktop and on a phone. */
class AccessibilityIT extends BrowserTest {

    private static final int HEIGHT = 900;

    /** Height in pixels of the layout above and below a page. */
    private static final int AROUND = 120;

    @ParameterizedTest
    @MethodSource("io.duckboard.sqlpage.ui.Scene#all")
    void isInOrderForEveryone(Scene scene) {
        var all = new SoftAssertions();
        Page page = visit(scene.address(), 1280, ColorScheme.LIGHT);
        scene.arrange(page);
        for (int width : List.of(1280, 390)) {
            page.setViewportSize(width, HEIGHT);
            seeAll(page);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                String name = scene.name() + "-" + width + "-" + scheme;
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                standStill(page);
                picture(page, name);
                all.assertThat(Axe.violations(page)).as(name).isEmpty();
            }
            all.assertThat(fits(page)).as("%s fits into %s px", scene, width).isTrue();
        }
        all.assertAll();
    }

    /** The smallest width at which the tables are still beside the text. */
    @ParameterizedTest
    @MethodSource("io.duckboard.sqlpage.ui.Scene#ofTheSqlPageWithColumns")
    void fitsASmallDesk(Scene scene) {
        Page page = visit(scene.address(), 1024, ColorScheme.LIGHT);

        scene.arrange(page);
        seeAll(page);
        standStill(page);

        picture(page, scene.name() + "-1024-LIGHT");
        assertThat(fits(page)).isTrue();
    }

    /** Pages scroll within the layout, so the window has to be as tall as they are. */
    private static void seeAll(Page page) {
        var tall = (Integer) page.evaluate(
                "document.querySelector('vaadin-app-layout').shadowRoot.querySelector('[part=content]').scrollHeight");
        page.setViewportSize(page.viewportSize().width, Math.max(HEIGHT, tall + AROUND));
    }

    /** Waits, because colours in the middle of a transition do not count. A cursor may go on blinking. */
    private static void standStill(Page page) {
        page.waitForFunction("() => document.getAnimations().every(a => a.playState !== 'running'"
                + " || a.effect.getComputedTiming().endTime === Infinity)");
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(Path.of("target/screenshots", name + ".png")));
    }

    /** Whether the page fits without scrolling sideways, also in the box that the layout puts pages into. */
    private static boolean fits(Page page) {
        return (boolean) page.evaluate("""
                () => {
                  const layout = document.querySelector('vaadin-app-layout');
                  return [document.documentElement, layout, layout.shadowRoot.querySelector('[part=content]')]
                    .every((box) => box.scrollWidth <= box.clientWidth);
                }""");
    }
}
