package io.duckboard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A test's tag says what the test needs, so that the tests without a tag run quickly. */
class TestTagsTest {

    private static JavaClasses tests;

    @BeforeAll
    static void read() {
        tests = new ClassFileImporter()
                .importPaths(Path.of("target/test-classes"), Path.of("../engine-lambda/target/test-classes"));
    }

    @Test
    void seesTheTestsOfBothModules() {
        assertThat(tests.contain("io.duckboard.engine.local.InvocationTest")).isTrue();
        assertThat(tests.contain("io.duckboard.sqlpage.ui.SqlViewTest")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "java.lang.ProcessBuilder, process",
        "io.duckboard.engine.local.LocalLambda, process",
        "io.duckboard.engine.local.testing.TestEngine, process",
        "io.duckboard.engine.local.testing.TransformingEngine, process",
        "io.duckboard.client.LocalEngine, process",
        "io.duckboard.testing.SampleEngine, process",
        "io.duckboard.cli.AnnouncedEngine, process",
        "io.duckboard.cli.CommandProcess, process",
        "io.duckboard.lake.ownership.Session, process",
        "io.duckboard.engine.testing.S3Server, s3",
        "org.springframework.boot.test.context.SpringBootTest, app"
    })
    void whoUsesItSaysSo(String used, String tag) {
        classes()
                .that()
                .haveSimpleNameEndingWith("Test")
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .and(use(used))
                .should()
                .beAnnotatedWith(tagged(tag))
                .check(tests);
    }

    private static DescribedPredicate<JavaClass> use(String name) {
        return DescribedPredicate.describe(
                "use " + name,
                test -> test.isAnnotatedWith(name)
                        || test.getDirectDependenciesFromSelf().stream()
                                .anyMatch(dependency -> dependency
                                        .getTargetClass()
                                        .getBaseComponentType()
                                        .getName()
                                        .equals(name)));
    }

    private static DescribedPredicate<JavaAnnotation<?>> tagged(String tag) {
        return DescribedPredicate.describe("@Tag(\"" + tag + "\")", annotation -> {
            if (annotation.getRawType().isEquivalentTo(Tag.class)) {
                return annotation.as(Tag.class).value().equals(tag);
            }
            return annotation.getRawType().isEquivalentTo(Tags.class)
                    && Arrays.stream(annotation.as(Tags.class).value())
                            .anyMatch(one -> one.value().equals(tag));
        });
    }
}
