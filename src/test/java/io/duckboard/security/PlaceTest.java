package io.duckboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.router.Route;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The table of places has all that there is, and nothing that there is not. */
class PlaceTest {

    private static JavaClasses app;

    @BeforeAll
    static void read() {
        app = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("/engine/"))
                .importPackages("io.duckboard");
    }

    @Test
    void hasEachPage() {
        assertThat(app.stream()
                        .filter(type -> type.isAnnotatedWith(Route.class))
                        .map(type -> type.getAnnotationOfType(Route.class).value()))
                .containsExactlyInAnyOrderElementsOf(
                        of(Place.Kind.PAGE).map(Place::place).toList());
    }

    @Test
    void namesMethodsThatAskIt() {
        assertThat(Stream.concat(of(Place.Kind.ACT), of(Place.Kind.PUSH)).map(Place::place))
                .isSubsetOf(app.stream()
                        .flatMap(type -> type.getMethods().stream())
                        .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
                        .toList());
    }

    /** What only lists of a page send: they have no SQL, and live in pages that the table knows. */
    @Test
    void leavesOutOnlyTheCallsOfTheGrid() {
        assertThat(app.stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(ClientCallable.class))
                        .map(JavaMethod::getOwner)
                        .map(JavaClass::getSimpleName)
                        .distinct())
                .containsExactly("AnswerGrid");
    }

    @Test
    void givesTheOperatorAllAndNobodyNothing() {
        assertThat(Place.values()).allMatch(place -> place.isOpenTo(Role.OPERATOR));
        assertThat(Place.values()).noneMatch(place -> place.isOpenTo(Role.NOBODY));
    }

    @Test
    void givesAViewerDashboardsAlone() {
        assertThat(Place.values())
                .filteredOn(place -> place.isOpenTo(Role.VIEWER))
                .containsExactly(Place.DASHBOARD, Place.BOARDS, Place.MCP, Place.ENGINE_STATE);
    }

    @Test
    void givesAnAnalystAllButChangesTheAuditAndTheErrorsOfOthers() {
        assertThat(Place.values())
                .filteredOn(place -> !place.isOpenTo(Role.ANALYST))
                .containsExactly(
                        Place.AUDIT,
                        Place.ALL_TOKENS,
                        Place.TRANSFORM_START,
                        Place.TRANSFORM_CANCEL,
                        Place.ENGINE_ERRORS);
    }

    private static Stream<Place> of(Place.Kind kind) {
        return Arrays.stream(Place.values()).filter(place -> place.kind() == kind);
    }
}
