package io.duckboard.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import io.duckboard.ui.chart.Chart;
import java.util.Optional;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The page as the server knows it, as plain HTML that nobody can use. The scripts put the page itself in its place. */
final class FirstPicture {

    private FirstPicture() {}

    static Node of(UI ui) {
        var picture = new org.jsoup.nodes.Element("div")
                .attr("id", "first-picture")
                .attr("aria-hidden", "true")
                .attr("inert", "");
        append(
                picture,
                ui.getInternals().getActiveRouterTargetsChain().getLast().getElement());
        return picture;
    }

    private static void append(org.jsoup.nodes.Element parent, Element element) {
        if (element.isTextNode()) {
            parent.appendChild(new TextNode(element.getText()));
        } else if (element.isVisible()) {
            parent.appendChild(copy(element));
        }
    }

    private static Node copy(Element element) {
        var copy = new org.jsoup.nodes.Element(name(element));
        element.getAttributeNames()
                .filter(name -> !name.equals("id"))
                .forEach(name -> copy.attr(name, element.getAttribute(name)));
        copy.html(element.getProperty("innerHTML", ""));
        element.getChildren().forEach(child -> append(copy, child));
        element.getComponent()
                .flatMap(component -> component instanceof Chart chart ? chart.picture() : Optional.empty())
                .ifPresent(copy::appendChild);
        return copy;
    }

    /** Under its own name a component would start here as well as in the page. */
    private static String name(Element element) {
        return element.getTag().contains("-") ? "picture-of-" + element.getTag() : element.getTag();
    }
}
