package io.duckboard;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * The app. Its components are listed in {@code META-INF/spring.components}, Vaadin looks for pages only where pages
 * are, and nobody looks for Jackson's mixins: a start that reads every class of the app takes a quarter longer.
 */
@SpringBootApplication(exclude = JacksonAutoConfiguration.class)
@EnableVaadin({
    "io.duckboard.ui",
    "io.duckboard.auditpage.ui",
    "io.duckboard.boardpage.ui",
    "io.duckboard.dashboard.ui",
    "io.duckboard.datapage.ui",
    "io.duckboard.enginepage.ui",
    "io.duckboard.sqlpage.ui",
    "io.duckboard.tokenpage.ui",
    "io.duckboard.transform.ui"
})
public class Duckboard {

    public static void main(String[] arguments) {
        var app = new SpringApplication(Duckboard.class);
        app.addListeners(new BasePath(), new FreePort(), new Ready());
        app.run(arguments);
    }

    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }
}
