package io.duckboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.server.LoadDependenciesOnStartup;
import com.vaadin.flow.theme.aura.Aura;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The app and the document that all its pages share. */
@Push
@LoadDependenciesOnStartup(UI.class)
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("duckboard.css")
@SpringBootApplication
@ConfigurationPropertiesScan
public class Duckboard implements AppShellConfigurator {

    public static void main(String[] arguments) {
        var app = new SpringApplication(Duckboard.class);
        app.addListeners(new FreePort(), new Ready());
        app.run(arguments);
    }

    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "icons/duckboard.svg", "any");
        settings.addMetaTag("color-scheme", "light dark");
        // Inlined into the page, so that the scheme is right before anything is painted.
        settings.addInlineFromFile(Inline.Position.PREPEND, "color-scheme.js", Inline.Wrapping.JAVASCRIPT);
    }
}
