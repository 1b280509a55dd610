package io.duckboard.ui.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.shared.Registration;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Draws a {@link ChartSpec}. Until it has one, it shows the outline of bars. */
@Tag("duckboard-chart")
@JsModule("./chart/duckboard-chart.ts")
@NpmPackage(value = "echarts", version = "6.1.0")
@StyleSheet("chart.css")
public final class Chart extends Component implements HasSize, HasStyle {

    private static final long serialVersionUID = 1L;

    private transient Optional<ChartSpec> leftToScripts = Optional.empty();

    public void show(ChartSpec spec) {
        Optional<Component> drawn = Optional.ofNullable(VaadinService.getCurrent())
                .map(service -> service.getContext().getAttribute(Artist.class))
                .flatMap(artist -> artist.draw(spec));
        getElement().removeAllChildren();
        drawn.ifPresent(drawing -> getElement().appendChild(drawing.getElement()));
        getElement().setProperty("drawn", drawn.isPresent());
        getElement().setPropertyBean("spec", spec);
        leftToScripts = Optional.of(spec).filter(_ -> drawn.isEmpty());
    }

    /** Returns what is shown as HTML, for the time until scripts draw it. There is such a picture of bars only. */
    public Optional<Element> picture() {
        return leftToScripts.filter(BarsPicture::shows).map(BarsPicture::of);
    }

    /** Has the browser load the code that draws this kind while the answer is still under way. */
    public void prepare(ChartKind kind) {
        getElement().setAttribute("prepares", kind.name());
    }

    /** Has the chart fill the height of the place that it is in. Without that, it is as tall as its kind needs. */
    public void fill() {
        getElement().setAttribute("fill", true);
    }

    /** Charts of a group all mark the category under the pointer of any of them. This happens in the browser only. */
    public void setGroup(String group) {
        getElement().setAttribute("group", group);
    }

    /** Marks a category, or none if no category has this id. */
    public void mark(String categoryId) {
        getElement().callJsFunction("mark", categoryId);
    }

    /**
     * Has the browser save the picture at twice its size, on its colour scheme's background. The title is the file's
     * name.
     */
    public void downloadPng() {
        getElement().callJsFunction("downloadPng");
    }

    /** Has the browser save the drawing as a file that needs nothing from the page. The title is the file's name. */
    public void downloadSvg() {
        getElement().callJsFunction("downloadSvg");
    }

    /** Calls the listener when the pointer moves to a category, or leaves one for none. */
    public Registration onHover(ComponentEventListener<Hover> listener) {
        return addListener(Hover.class, listener);
    }

    public Registration onClick(ComponentEventListener<Click> listener) {
        return addListener(Click.class, listener);
    }

    @DomEvent("category-hover")
    public static final class Hover extends ComponentEvent<Chart> {

        private static final long serialVersionUID = 1L;

        private final String categoryId;

        /** @param categoryId empty if the pointer is at none */
        public Hover(Chart source, boolean fromClient, @EventData("event.detail.category") String categoryId) {
            super(source, fromClient);
            this.categoryId = categoryId;
        }

        public String categoryId() {
            return categoryId;
        }
    }

    @DomEvent("category-click")
    public static final class Click extends ComponentEvent<Chart> {

        private static final long serialVersionUID = 1L;

        private final String categoryId;

        public Click(Chart source, boolean fromClient, @EventData("event.detail.category") String categoryId) {
            super(source, fromClient);
            this.categoryId = categoryId;
        }

        public String categoryId() {
            return categoryId;
        }
    }
}
