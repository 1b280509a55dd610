package io.duckboard.database;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    @Bean
    HomeDatabase homeDatabase(DatabaseSettings settings) {
        return HomeDatabase.openForApp(settings);
    }
}
