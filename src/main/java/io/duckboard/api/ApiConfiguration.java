package io.duckboard.api;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.http.HttpProblem;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    /** After the API's own addresses, and before Vaadin, which would answer with a page. */
    private static final int LAST = 1;

    @Bean
    HandlerMapping unknownAddresses() {
        HttpRequestHandler unknown = (_, response) -> HttpProblem.of(
                        404,
                        ErrorCode.INVALID_REQUEST,
                        "There is nothing at this address.",
                        "/api/openapi.json lists what there is.")
                .write(response);
        return new SimpleUrlHandlerMapping(Map.of("/api/**", unknown), LAST);
    }
}
