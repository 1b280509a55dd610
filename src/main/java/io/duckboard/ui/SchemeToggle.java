package io.duckboard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Switches between light and dark. This happens in the browser only, and the server does not hear of it. */
@Tag("duckboard-scheme-toggle")
@JsModule("./duckboard-scheme-toggle.ts")
final class SchemeToggle extends Component {}
