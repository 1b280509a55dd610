package io.duckboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.duckboard.engine.testing.Attack;
import io.duckboard.engine.testing.SqlCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** SECURITY.md lists every attack that a test tries, and no others. {@code -Dattacks.write=true} writes the table. */
class AttackTableTest {

    private static final Path DOCUMENT = Path.of("../SECURITY.md");
    private static final String BEGIN = "<!-- made by AttackTableTest -->\n";
    private static final String END = "<!-- until here -->\n";

    @Test
    void isWhatTheTestsTry() throws IOException {
        String document = Files.readString(DOCUMENT);
        String before = document.substring(0, document.indexOf(BEGIN) + BEGIN.length());
        String current = before + table() + document.substring(document.indexOf(END));
        if (Boolean.getBoolean("attacks.write")) {
            Files.writeString(DOCUMENT, current);
        }

        assertThat(Files.readString(DOCUMENT)).isEqualTo(current);
    }

    private static String table() {
        return """
                | Attack | Tried by |
                |---|---|
                """
                + Stream.concat(others(), statements()).map(row -> row + "\n").collect(Collectors.joining());
    }

    private static Stream<String> others() {
        return new ClassFileImporter()
                .importPaths(Path.of("target/test-classes"), Path.of("../engine-lambda/target/test-classes")).stream()
                        .sorted(Comparator.comparing(JavaClass::getSimpleName))
                        .flatMap(test -> Stream.concat(
                                row(test, test.getSimpleName()),
                                test.getMethods().stream()
                                        .sorted(Comparator.comparing(JavaMethod::getName))
                                        .flatMap(
                                                method -> row(method, test.getSimpleName() + "." + method.getName()))));
    }

    private static Stream<String> row(CanBeAnnotated test, String name) {
        return test.isAnnotatedWith(Attack.class)
                ? Stream.of("| %s | `%s` |".formatted(attack(test), name))
                : Stream.empty();
    }

    private static String attack(CanBeAnnotated test) {
        return switch (test) {
            case JavaClass type -> type.getAnnotationOfType(Attack.class).value();
            case JavaMethod method -> method.getAnnotationOfType(Attack.class).value();
            default -> throw new IllegalStateException(test + " is no test");
        };
    }

    private static Stream<String> statements() {
        return SqlCases.attacks().entrySet().stream()
                .map(kind -> "| SQL: %s | %d statements of `hostile.sql` |".formatted(kind.getKey(), kind.getValue()));
    }
}
