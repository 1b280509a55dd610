package io.duckboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.client.QueryEngine;
import io.duckboard.security.Role;
import io.duckboard.testing.ScriptedEngine;
import io.duckboard.testing.Visitor;
import io.duckboard.token.NewToken;
import io.duckboard.token.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.bean.override.convention.TestBean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The API's document says what the endpoints' code says. {@code -Dopenapi.write=true} writes it. */
@Tag("app")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "vaadin.productionMode=true",
            "springdoc.api-docs.enabled=true",
            "springdoc.api-docs.path=/api-made",
            "springdoc.paths-to-match=/api/**",
            "springdoc.override-with-generic-response=false"
        })
class OpenApiTest {

    private static final Path DOCUMENT = Path.of("main/resources/io/duckboard/api/openapi.json");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @LocalServerPort
    private int port;

    @Autowired
    private Tokens tokens;

    @TestBean
    @Nullable
    QueryEngine engine;

    static QueryEngine engine() {
        return new ScriptedEngine();
    }

    @Test
    void saysWhatTheCodeSays() throws Exception {
        String made = new Visitor(port)
                .open("/api-made", "Accept", "application/json")
                .body();
        String current = JSON.writeValueAsString(JSON.readTree(made)) + "\n";
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(DOCUMENT, current);
        }

        assertThat(Files.readString(DOCUMENT))
                .as("the API's document; -Dopenapi.write=true writes it")
                .isEqualTo(current);
    }

    @Test
    void isServedToPeopleAndToPrograms() throws Exception {
        String token = tokens.issue(new NewToken("reader", Role.VIEWER, Optional.empty(), NewToken.USUAL))
                .text();

        JsonNode read = JSON.readTree(new Visitor(port)
                .open("/api/openapi.json", "Accept", "application/json")
                .body());
        assertThat(read.path("paths").propertyNames())
                .contains("/api/query", "/api/query/{id}/cancel", "/api/tables", "/api/tables/{name}");
        assertThat(new Visitor(port)
                        .open("/api/openapi.json", "Accept", "*/*", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void isShownByAPage() throws IOException, InterruptedException {
        var page = new Visitor(port).open("/api");

        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body()).contains("openapi.json").doesNotContain("<!--");
    }
}
