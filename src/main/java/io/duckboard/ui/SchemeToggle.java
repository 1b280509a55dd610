package io.duckboard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Light or dark: the browser's own affair, so the server hears nothing of it. */
@Tag("duckboard-scheme-toggle")
@JsModule("./duckboard-scheme-toggle.ts")
final class SchemeToggle extends Component {}
