package io.duckboard.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Gives each test's app its own home, unless it names one: apps cannot share a home, and none may use the user's. */
record OwnHome() implements ContextCustomizer {

    private static final String NAMED_BY_THE_TEST = "Dynamic Test Properties";

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        var properties = context.getEnvironment().getPropertySources();
        if (!properties.contains(NAMED_BY_THE_TEST)) {
            properties.addFirst(new MapPropertySource("home of its own", Map.of("duckboard.home", home())));
        }
    }

    private static Object home() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "home-")
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static final class Factory implements ContextCustomizerFactory {

        @Override
        public @Nullable ContextCustomizer createContextCustomizer(
                Class<?> test, List<ContextConfigurationAttributes> configuration) {
            return new OwnHome();
        }
    }
}
