package io.duckboard;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.annotation.EnableVaadin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;

/**
 * A start reads lists of the app's components and of the packages with pages, not every class; so the lists are whole.
 * {@code -Dcomponents.write=true} writes the list of components.
 */
class ComponentsTest {

    private static final Path LIST = Path.of("main/resources/META-INF/spring.components");

    private static final JavaClasses DUCKBOARD =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.duckboard");

    @Test
    void everyComponentIsListed() throws IOException {
        String listed = DUCKBOARD.stream()
                .filter(type -> AnnotatedElementUtils.hasAnnotation(type.reflect(), Component.class))
                .sorted((one, other) -> one.getName().compareTo(other.getName()))
                .map(type -> type.getName() + "=" + stereotype(type) + "\n")
                .collect(Collectors.joining());
        if (Boolean.getBoolean("components.write")) {
            Files.writeString(LIST, listed);
        }

        assertThat(LIST).hasContent(listed);
    }

    @Test
    void everyPageIsWhereVaadinLooks() {
        String[] packages = Duckboard.class.getAnnotation(EnableVaadin.class).value();

        assertThat(DUCKBOARD.stream().filter(ComponentsTest::isOfVaadin))
                .isNotEmpty()
                .allMatch(type ->
                        Arrays.stream(packages).anyMatch(name -> (type.getPackageName() + ".").startsWith(name + ".")));
    }

    private static String stereotype(JavaClass type) {
        return (AnnotatedElementUtils.hasAnnotation(type.reflect(), SpringBootConfiguration.class)
                        ? SpringBootConfiguration.class
                        : Component.class)
                .getName();
    }

    private static boolean isOfVaadin(JavaClass type) {
        return annotatedWith(Route.class).or(annotatedWith(Layout.class)).test(type)
                || type.isAssignableTo(AppShellConfigurator.class)
                || type.isAssignableTo(HasErrorParameter.class);
    }
}
