package io.duckboard.database;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    HomeDatabase homeDatabase(DatabaseSettings settings) {
        return HomeDatabase.open(settings.home());
    }
}
