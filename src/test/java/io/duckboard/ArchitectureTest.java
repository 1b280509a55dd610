package io.duckboard;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Packages depend on each other only in the ways that are allowed here. */
class ArchitectureTest {

    private static JavaClasses duckboard;

    @BeforeAll
    static void read() {
        duckboard = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.duckboard");
    }

    @Test
    void seesBothModules() {
        assertThat(duckboard.contain("io.duckboard.engine.guard.Guard")).isTrue();
        assertThat(duckboard.contain("io.duckboard.Duckboard")).isTrue();
    }

    @Test
    void theAppKnowsOfTheEngineTheProtocolSqlTheCatalogDiscoveryFailuresAndTheLocalLambdaAlone() {
        noClasses()
                .that(resideInAnyPackage("io.duckboard..").and(resideOutsideOfPackages("io.duckboard.engine..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.duckboard.engine..")
                        .and(resideOutsideOfPackages(
                                "io.duckboard.engine.protocol..",
                                "io.duckboard.engine.sql..",
                                "io.duckboard.engine.catalog..",
                                "io.duckboard.engine.discovery..",
                                "io.duckboard.engine.failure..",
                                "io.duckboard.engine.local..")))
                .check(duckboard);
    }

    @Test
    void theEngineKnowsNothingOfTheApp() {
        noClasses()
                .that(resideInAnyPackage("io.duckboard.engine.."))
                .should()
                .dependOnClassesThat(app())
                .check(duckboard);
    }

    /** A JVM crashes while it writes an AOT cache with such a reference, and all starts are slow: see decision 15. */
    @Test
    void nobodyRefersToAConstructorOfPicoclis() {
        assertThat(duckboard.stream()
                        .flatMap(type -> type.getConstructorReferencesFromSelf().stream())
                        .filter(reference ->
                                reference.getTargetOwner().getPackageName().startsWith("picocli")))
                .isEmpty();
    }

    @Test
    void theGuardKnowsTheProtocolItsJsonAndSqlAlone() {
        noClasses()
                .that(resideInAnyPackage("io.duckboard.engine.guard.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.duckboard..", "org.duckdb..", "java.sql..")
                        .and(resideOutsideOfPackages(
                                "io.duckboard.engine.guard..",
                                "io.duckboard.engine.protocol..",
                                "io.duckboard.engine.json..",
                                "io.duckboard.engine.sql..")))
                .check(duckboard);
    }

    @Test
    void theProtocolKnowsTheCatalogFailuresAndJsonAlone() {
        noClasses()
                .that(resideInAnyPackage("io.duckboard.engine.protocol.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.duckboard..")
                        .and(resideOutsideOfPackages(
                                "io.duckboard.engine.protocol..",
                                "io.duckboard.engine.catalog..",
                                "io.duckboard.engine.failure..",
                                "io.duckboard.engine.json..")))
                .check(duckboard);
    }

    @Test
    void theCatalogKnowsFailuresAndJsonAlone() {
        noClasses()
                .that(resideInAnyPackage("io.duckboard.engine.catalog.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.duckboard..")
                        .and(resideOutsideOfPackages(
                                "io.duckboard.engine.catalog..",
                                "io.duckboard.engine.failure..",
                                "io.duckboard.engine.json..")))
                .check(duckboard);
    }

    @Test
    void failuresKnowNothingElseOfDuckboard() {
        noClasses()
                .that(resideInAnyPackage("io.duckboard.engine.failure.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.duckboard..")
                        .and(resideOutsideOfPackages("io.duckboard.engine.failure..")))
                .check(duckboard);
    }

    @Test
    void jsonKnowsNothingElseOfDuckboard() {
        noClasses()
                .that(resideInAnyPackage("io.duckboard.engine.json.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("io.duckboard..").and(resideOutsideOfPackages("io.duckboard.engine.json..")))
                .check(duckboard);
    }

    @Test
    void sqlKnowsNothingElseOfDuckboard() {
        noClasses()
                .that(resideInAnyPackage("io.duckboard.engine.sql.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("io.duckboard..").and(resideOutsideOfPackages("io.duckboard.engine.sql..")))
                .check(duckboard);
    }

    @Test
    void uiPackagesAreLeaves() {
        noClasses()
                .that(resideOutsideOfPackages("io.duckboard..ui.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.duckboard..ui.."))
                .check(duckboard);
    }

    /** Only the application class says where Vaadin looks for pages. */
    @Test
    void vaadinStaysInUi() {
        classes()
                .that()
                .resideOutsideOfPackages("io.duckboard..ui..")
                .and()
                .doNotHaveFullyQualifiedName("io.duckboard.Duckboard")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackages("com.vaadin.."))
                .check(duckboard);
    }

    @Test
    void theTerminalAloneKnowsTheApplication() {
        noClasses()
                .that(resideInAnyPackage("io.duckboard.*..").and(resideOutsideOfPackages("io.duckboard.cli..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.duckboard"))
                .check(duckboard);
    }

    @Test
    void featuresFormNoCycle() {
        slices().matching("io.duckboard.(*)..").should().beFreeOfCycles().check(duckboard);
    }

    @Test
    void partsOfTheEngineFormNoCycle() {
        slices().matching("io.duckboard.engine.(*)..").should().beFreeOfCycles().check(duckboard);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("io.duckboard.(**)").should().beFreeOfCycles().check(duckboard);
    }

    private static DescribedPredicate<JavaClass> app() {
        return resideInAnyPackage("io.duckboard..").and(resideOutsideOfPackages("io.duckboard.engine.."));
    }
}
