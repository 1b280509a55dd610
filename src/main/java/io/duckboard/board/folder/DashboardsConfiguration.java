package io.duckboard.board.folder;

import io.duckboard.client.QuerySettings;
import io.duckboard.engine.catalog.LakeLocation;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class DashboardsConfiguration {

    /** Spring reads the variables of these names as properties. */
    private static final String FOLDER = "duckboard.dashboards";

    private static final String SHIPPED = "duckboard.shipped-dashboards";

    @Bean
    @Lazy
    Dashboards dashboards(Environment environment, QuerySettings settings) {
        return new Dashboards(new DashboardsSettings(
                        folder(environment, FOLDER),
                        folder(environment, SHIPPED),
                        settings.home(),
                        LakeLocation.parse(settings.lake()))
                .folder());
    }

    private static Optional<Path> folder(Environment environment, String name) {
        return Optional.ofNullable(environment.getProperty(name))
                .filter(named -> !named.isBlank())
                .map(Path::of);
    }
}
