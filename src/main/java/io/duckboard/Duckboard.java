package io.duckboard;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@Push
@SpringBootApplication
public class Duckboard implements AppShellConfigurator {

    public static void main(String[] arguments) {
        SpringApplication.run(Duckboard.class, arguments);
    }
}
