package io.duckboard.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.server.LoadDependenciesOnStartup;
import com.vaadin.flow.theme.aura.Aura;

/** The document that all pages share. */
@Push
@LoadDependenciesOnStartup(UI.class)
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("duckboard.css")
public final class AppShell implements AppShellConfigurator {

    private static final long serialVersionUID = 1L;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "icons/duckboard.svg", "any");
        settings.addMetaTag("color-scheme", "light dark");
        // Inlined into the page, so that the scheme is right before anything is painted.
        settings.addInlineFromFile(Inline.Position.PREPEND, "color-scheme.js", Inline.Wrapping.JAVASCRIPT);
    }
}
