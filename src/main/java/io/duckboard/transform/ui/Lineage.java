package io.duckboard.transform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;

/** Draws a {@link LineageGraph}, or placeholders for nodes until there is one. */
@Tag("duckboard-lineage")
@JsModule("./lineage/duckboard-lineage.ts")
@NpmPackage(value = "@dagrejs/dagre", version = "3.1.3")
public final class Lineage extends Component {

    private static final long serialVersionUID = 1L;

    /** Draws the graph. Nodes whose names are unchanged stay where they are. */
    void show(LineageGraph graph) {
        getElement().setPropertyBean("graph", graph);
    }

    /** Marks the node whose details are shown; an empty id marks none. */
    void choose(String id) {
        getElement().setProperty("chosen", id);
    }

    /** Moves the focus to a node, such as the one whose details were closed. */
    void enter(String id) {
        getElement().callJsFunction("enter", id);
    }

    Registration onOpen(ComponentEventListener<Open> listener) {
        return addListener(Open.class, listener);
    }

    /** The user wants to see the details of a node. */
    @DomEvent("node-open")
    public static final class Open extends ComponentEvent<Lineage> {

        private static final long serialVersionUID = 1L;

        private final String node;

        public Open(Lineage source, boolean fromClient, @EventData("event.detail.node") String node) {
            super(source, fromClient);
            this.node = node;
        }

        String node() {
            return node;
        }
    }
}
