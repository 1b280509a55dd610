package io.duckboard.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import io.duckboard.client.QueryEngine;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.QueryService;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.ResultFile;
import io.duckboard.engine.testing.Attack;
import io.duckboard.security.Asker;
import io.duckboard.security.Person;
import io.duckboard.security.Place;
import io.duckboard.security.Role;
import io.duckboard.security.SignedIn;
import io.duckboard.testing.ScriptedEngine;
import io.duckboard.token.PersonalTokens;
import io.duckboard.transform.state.TransformRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;

/** Each role reaches each place, or does not, as the table of places says: the matrix of both. */
@Tag("app")
@SpringBootTest
@ViewPackages(packages = "io.duckboard")
@Attack("Pages are opened, SQL sent, files fetched and runs started by those whose role is less")
class PlacesTest extends SpringBrowserlessTest {

    private static final Request.Query QUERY = Request.Query.of("SELECT 1");

    @TestBean
    @Nullable
    QueryEngine engine;

    @Autowired
    private QueryService queries;

    @Autowired
    private TransformRuns runs;

    @Autowired
    private PersonalTokens tokens;

    @Autowired
    private Supplier<Asker> askers;

    static QueryEngine engine() {
        return new ScriptedEngine();
    }

    @DynamicPropertySource
    static void users(DynamicPropertyRegistry properties) throws IOException {
        Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "home-");
        Path users = Files.createFile(home.resolve("users"));
        properties.add("duckboard.home", home::toString);
        properties.add("duckboard.users", users::toString);
    }

    static Stream<Arguments> matrix() {
        return Arrays.stream(Role.values())
                .flatMap(role -> Arrays.stream(Place.values())
                        .filter(place -> place.kind() != Place.Kind.ENDPOINT)
                        .map(place -> Arguments.of(role, place)));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void isOpenToThoseWhoMay(Role role, Place place) {
        signIn(role);

        assertThat(isOpen(place, role)).isEqualTo(place.isOpenTo(role));
    }

    @ParameterizedTest
    @EnumSource
    void showsOnlyLinksToPagesThatAreOpen(Role role) {
        signIn(role);

        UI.getCurrent().navigate("");

        assertThat(find(SideNavItem.class).all().stream()
                        .map(SideNavItem::getPath)
                        .map(PlacesTest::page))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Place.values())
                        .filter(place -> place.kind() == Place.Kind.PAGE && place.isOpenTo(role))
                        .toList());
    }

    private boolean isOpen(Place place, Role role) {
        return switch (place) {
            case DASHBOARD, BOARDS, DATA, SQL, LINEAGE, ENGINE, TOKENS, AUDIT -> opens(place) && answers(place);
            case EXPORTS -> exports();
            case DOWNLOADS -> does(() -> queries.open(new ResultFile("none", 0, 0, Optional.empty())));
            case KEPT -> does(() -> askers.get().keeper());
            case OWN_TOKENS -> does(tokens::mine);
            case ALL_TOKENS -> does(tokens::all);
            case TRANSFORM_START -> does(() -> runs.start(Optional.empty()));
            case TRANSFORM_CANCEL -> does(runs::cancel);
            case ENGINE_STATE -> hearsOfTheEngine(role);
            case ENGINE_ERRORS -> hearsWhatOthersWereTold(role);
            case RUN_STATE -> opens(Place.LINEAGE);
            case API_QUERY, API_CANCEL, API_TABLES, API_TABLE, MCP ->
                throw new IllegalArgumentException("EndpointsTest opens it: " + place);
        };
    }

    private boolean opens(Place page) {
        UI.getCurrent().navigate(page.place());
        Component shown = (Component)
                UI.getCurrent().getInternals().getActiveRouterTargetsChain().getFirst();
        return Optional.ofNullable(shown.getClass().getAnnotation(Route.class))
                .filter(route -> route.value().equals(page.place()))
                .isPresent();
    }

    /** The engine does not hear of a question that is refused. */
    private boolean answers(Place page) {
        var outcome = new CompletableFuture<QueryOutcome>();
        queries.ask(page, QUERY, outcome::complete);
        return !isRefused(outcome.join());
    }

    private boolean exports() {
        var outcome = new CompletableFuture<QueryOutcome>();
        queries.export(QUERY, new Export.JsonLines(), outcome::complete);
        return !isRefused(outcome.join());
    }

    private static boolean isRefused(QueryOutcome outcome) {
        return outcome instanceof QueryOutcome.Failed(var problem) && problem.code() == ErrorCode.NOT_ALLOWED;
    }

    /** The engine has been asked by somebody else, and its dot shows how that went. */
    private boolean hearsOfTheEngine(Role role) {
        signIn(Role.OPERATOR);
        answers(Place.SQL);
        signIn(role);
        return !"UNKNOWN".equals(find(EngineDot.class).single().getElement().getAttribute("data-state"));
    }

    private boolean hearsWhatOthersWereTold(Role role) {
        signIn(Role.OPERATOR);
        answers(Place.SQL);
        signIn(role);
        return opens(Place.ENGINE)
                && find(Paragraph.class).all().stream()
                        .anyMatch(said -> said.getText().equals("Not in the script."));
    }

    private static boolean does(Act act) {
        return !(catchThrowable(act::run) instanceof FailureException);
    }

    private static Place page(String path) {
        return Place.page(path.replaceFirst("^/", "")).orElseThrow();
    }

    private static void signIn(Role role) {
        VaadinSession.getCurrent()
                .getSession()
                .setAttribute(SignedIn.PERSON, role == Role.NOBODY ? null : new Person("user:" + role, "ann", role));
        // In the app a session is one person's from its first page on.
        UI.getCurrent().refreshCurrentRoute(true);
    }

    @FunctionalInterface
    private interface Act {
        void run() throws Exception;
    }
}
