package io.duckboard.transform.compile;

import io.duckboard.transform.project.TestEntry;
import io.duckboard.transform.template.PythonText;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.DigestUtils;

/** The name that dbt gives a generic test. Source: synthesize_generic_test_names of dbt-core. */
final class TestName {

    private static final int LONGEST = 63;
    private static final int KEPT = 30;

    private TestName() {}

    /** @param about the model, or source and table */
    static String of(TestEntry entry, String about, boolean ofSource, Optional<String> column) {
        if (entry.name().isPresent()) {
            return entry.name().get();
        }
        Map<String, Object> arguments = new TreeMap<>(entry.arguments());
        column.ifPresent(name -> arguments.put("column_name", name));
        String unique = arguments.values().stream()
                .flatMap(TestName::flat)
                .map(text -> text.replaceAll("[^0-9a-zA-Z_]+", "_"))
                .collect(Collectors.joining("__"));
        String test = (ofSource ? "source_" : "") + entry.test() + "_" + about;
        String full = test + "_" + unique;
        return full.length() <= LONGEST ? full : test.substring(0, Math.min(KEPT, test.length())) + "_" + md5(full);
    }

    private static Stream<String> flat(Object value) {
        return switch (value) {
            case Map<?, ?> map -> map.values().stream().map(PythonText::of);
            case Collection<?> list -> list.stream().map(PythonText::of);
            default -> Stream.of(PythonText.of(value));
        };
    }

    private static String md5(String text) {
        return DigestUtils.md5DigestAsHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
