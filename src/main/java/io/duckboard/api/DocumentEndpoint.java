package io.duckboard.api;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.servers.Server;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells what the API is: in the document that a test makes of the endpoints, and in a page that shows it. People read
 * both as they read the app's pages; programs with a token may, too.
 */
@RestController
@OpenAPIDefinition(
        info = @Info(title = "Duckboard", version = "1", description = "Asks the lake in SQL, by HTTP, with a token."),
        servers = @Server(url = "/"),
        security = @SecurityRequirement(name = "token"))
@SecurityScheme(
        name = "token",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "The page Tokens makes one, or duckboard token create.")
@Hidden
final class DocumentEndpoint {

    private static final String NO_PATH = "\"url\" : \"/\"";

    private static final String SCHEME = "<!--scheme-->";

    @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> document(HttpServletRequest request) throws IOException {
        String path = request.getContextPath();
        return answer(
                MediaType.APPLICATION_JSON,
                path.isEmpty() ? text("openapi.json") : text("openapi.json").replace(NO_PATH, path(path)));
    }

    @GetMapping(path = "/api", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> page() throws IOException {
        return answer(
                new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8),
                text("api.html").replace(SCHEME, text("/color-scheme.js")));
    }

    /** As the server of the document, in which addresses begin behind it. */
    private static String path(String base) {
        return NO_PATH.replace("\"/\"", "\"" + base + "\"");
    }

    private static ResponseEntity<byte[]> answer(MediaType kind, String text) {
        return ResponseEntity.ok()
                .contentType(kind)
                .cacheControl(CacheControl.noCache())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(DocumentEndpoint.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
