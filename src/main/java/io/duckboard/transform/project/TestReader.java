package io.duckboard.transform.project;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a test from a list of {@code data_tests}: only a name, or a name and its arguments. */
final class TestReader {

    private static final Set<String> SETTINGS = Set.of(
            "severity",
            "where",
            "tags",
            "enabled",
            "limit",
            "error_if",
            "warn_if",
            "fail_calc",
            "store_failures",
            "store_failures_as",
            "meta");

    private TestReader() {}

    static Optional<TestEntry> read(YamlValue item) {
        if (!item.isMap()) {
            return item.text("A test")
                    .map(test -> new TestEntry(test, Optional.empty(), Map.of(), Settings.NONE, item.place()));
        }
        Map<String, YamlValue> outer = item.map("A test");
        if (outer.containsKey("test_name")) {
            return outer.get("test_name").text("test_name").map(test -> test(test, item, outer));
        }
        // The map contains the name, and what dbt allows beside it.
        return outer.entrySet().stream()
                .filter(entry -> !Set.of("name", "config", "description").contains(entry.getKey()))
                .findFirst()
                .map(entry -> {
                    var values = new LinkedHashMap<>(outer);
                    values.remove(entry.getKey());
                    values.putAll(entry.getValue().map("The test “" + entry.getKey() + "”"));
                    return test(entry.getKey(), item, values);
                })
                .or(() -> {
                    item.problems().add(item.place(), "A test has no name.", "Write “- not_null”, for example.");
                    return Optional.empty();
                });
    }

    private static TestEntry test(String test, YamlValue item, Map<String, YamlValue> values) {
        var arguments = new LinkedHashMap<String, Object>();
        var settings = new LinkedHashMap<String, Setting>();
        Optional<String> name = Optional.empty();
        for (Map.Entry<String, YamlValue> entry : values.entrySet()) {
            YamlValue value = entry.getValue();
            switch (entry.getKey()) {
                case "name" -> name = value.text("name");
                case "test_name", "description" -> {}
                case "config" -> value.map("config").forEach((key, setting) -> put(settings, key, setting));
                case "arguments" ->
                    value.map("arguments").forEach((key, argument) -> arguments.put(key, argument.value()));
                default -> {
                    if (SETTINGS.contains(entry.getKey())) {
                        put(settings, entry.getKey(), value);
                    } else {
                        arguments.put(entry.getKey(), value.value());
                    }
                }
            }
        }
        return new TestEntry(test, name, arguments, new Settings(settings), item.place());
    }

    private static void put(Map<String, Setting> settings, String name, YamlValue value) {
        Settings.put(settings, name, new Setting(value.value(), value.place()), Settings.For.TEST, value.problems());
    }
}
