package io.duckboard.query;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param function the query function's name
 * @param queryTimeout the function's own limit
 */
@ConfigurationProperties("duckboard")
record QuerySettings(
        @DefaultValue("duckboard-query") String function,
        @DefaultValue("60s") Duration queryTimeout) {}
