package io.duckboard.testing;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.internal.Routes;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.RouteNotFoundError;
import java.util.Set;
import java.util.stream.Stream;

/** Tests a part of a page on a page of its own, without the app around it. */
public abstract class PanelTest extends BrowserlessTest {

    /** Uses none of the app's views, because they need all of its beans. */
    @Override
    protected synchronized Routes discoverRoutes() {
        return new Routes(Set.of(), Set.of(RouteNotFoundError.class), Set.of(), true);
    }

    protected static void show(Component panel) {
        UI.getCurrent().removeAll();
        UI.getCurrent().add(panel);
    }

    /** Returns the tags of all elements within, as a browser would create them. Text is not an element. */
    protected static Stream<String> tags(Element element) {
        return element.isTextNode()
                ? Stream.of()
                : Stream.concat(
                        Stream.of(element.getTag()), element.getChildren().flatMap(PanelTest::tags));
    }
}
