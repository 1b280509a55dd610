package io.duckboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.duckboard.client.QueryEngine;
import io.duckboard.engine.testing.Attack;
import io.duckboard.security.Place;
import io.duckboard.security.Role;
import io.duckboard.testing.ScriptedEngine;
import io.duckboard.token.NewToken;
import io.duckboard.token.Tokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Each role's token opens each endpoint, or does not, as the table of places says: the matrix of both. */
@Tag("app")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "vaadin.productionMode=true")
@Attack("Programs ask by HTTP for more than their token's role may do")
class EndpointsTest {

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

    static Stream<Arguments> matrix() {
        return Arrays.stream(Role.values()).flatMap(role -> endpoints().map(place -> Arguments.of(role, place)));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void isOpenToThoseWhoMay(Role role, Place place) throws Exception {
        int status = call(place, role).statusCode();

        assertThat(status != 401 && status != 403).isEqualTo(place.isOpenTo(role));
        assertThat(status).isNotIn(role == Role.NOBODY ? 403 : 401);
    }

    @Test
    void areAllInTheTable() {
        assertThat(new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("io.duckboard.api")
                                .stream()
                                .filter(type -> !type.getSimpleName().equals("DocumentEndpoint"))
                                .flatMap(type -> type.getMethods().stream())
                                .flatMap(method -> Stream.concat(
                                        method.tryGetAnnotationOfType(GetMapping.class).stream()
                                                .map(get -> "GET " + get.path()[0]),
                                        method.tryGetAnnotationOfType(PostMapping.class).stream()
                                                .map(post -> "POST " + post.path()[0]))))
                .containsExactlyInAnyOrderElementsOf(endpoints()
                        .map(Place::place)
                        .filter(place -> place.contains(" /api/"))
                        .toList());
    }

    private HttpResponse<String> call(Place place, Role role) throws Exception {
        String[] parts = place.place().split(" ", 2);
        String address = parts[1].replace("{id}", UUID.randomUUID().toString()).replace("{*name}", "trips");
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .header("Content-Type", "application/json")
                .method(
                        parts[0],
                        parts[0].equals("POST")
                                ? HttpRequest.BodyPublishers.ofString("{\"q\": \"SELECT 1\"}")
                                : HttpRequest.BodyPublishers.noBody());
        if (role != Role.NOBODY) {
            request.header(
                    "Authorization",
                    "Bearer "
                            + tokens.issue(new NewToken("matrix", role, Optional.empty(), NewToken.USUAL))
                                    .text());
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static Stream<Place> endpoints() {
        return Arrays.stream(Place.values()).filter(place -> place.kind() == Place.Kind.ENDPOINT);
    }
}
