package io.duckboard.transform.project;

import io.duckboard.format.NearName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a YAML file beside the models, which describes models, sources and exposures. */
final class PropertiesFile {

    private static final Set<String> KNOWN =
            Set.of("version", "models", "sources", "exposures", "macros", "groups", "data_tests", "tests");

    private static final Map<String, String> NOT_SUPPORTED = Map.of(
            "unit_tests", "Write a singular test into tests/ instead.",
            "seeds", "Load the file as a table of the lake and list it as a source.",
            "snapshots", "Leave them out.",
            "metrics", "Leave them out.",
            "semantic_models", "Leave them out.",
            "saved_queries", "Leave them out.",
            "functions", "Write a macro instead.",
            "analyses", "Leave them out.");

    private final Problems problems;
    final List<ModelEntry> models = new ArrayList<>();
    final List<SourceEntry> sources = new ArrayList<>();
    final List<ExposureEntry> exposures = new ArrayList<>();

    PropertiesFile(Problems problems) {
        this.problems = problems;
    }

    void read(String file, String text) {
        Map<String, YamlValue> sections = YamlFile.parse(file, text, problems)
                .map(root -> root.map("The file"))
                .orElse(Map.of());
        sections.forEach((name, section) -> {
            switch (name) {
                case "models" -> section.list("models").forEach(this::model);
                case "sources" -> section.list("sources").forEach(this::source);
                case "exposures" -> section.list("exposures").forEach(this::exposure);
                default -> other(name, section);
            }
        });
    }

    private void other(String name, YamlValue section) {
        String hint = NOT_SUPPORTED.get(name);
        if (hint != null) {
            problems.add(section.place(), "“" + name + "” is not supported.", hint);
        } else if (!KNOWN.contains(name)) {
            problems.add(
                    section.place(),
                    "“" + name + "” is nothing that is known here.",
                    NearName.hint(name, KNOWN, "Known are models, sources and exposures."));
        }
    }

    private void model(YamlValue value) {
        Map<String, YamlValue> values = value.map("A model");
        Optional<String> name = name(value, values, "model");
        refuse(values, "versions", "Give each version a name of its own.");
        refuse(values, "constraints", "Say by tests what must hold.");
        Settings settings = settings(values, Settings.For.MODEL);
        if (name.isPresent()) {
            models.add(new ModelEntry(
                    name.get(), text(values, "description"), columns(values), tests(values), settings, value.place()));
        }
    }

    private void refuse(Map<String, YamlValue> values, String key, String hint) {
        Optional.ofNullable(values.get(key))
                .ifPresent(value -> problems.add(value.place(), "“" + key + "” is not supported.", hint));
    }

    private void source(YamlValue value) {
        Map<String, YamlValue> values = value.map("A source");
        Optional<String> source = name(value, values, "source");
        if (source.isEmpty()) {
            return;
        }
        for (YamlValue table : list(values, "tables")) {
            Map<String, YamlValue> tableValues = table.map("A table");
            name(table, tableValues, "table").ifPresent(name -> {
                var tags = new ArrayList<>(texts(values, "tags"));
                tags.addAll(texts(tableValues, "tags"));
                sources.add(new SourceEntry(
                        source.get(),
                        name,
                        optional(tableValues, "identifier").orElse(name),
                        text(values, "description"),
                        text(tableValues, "description"),
                        tags,
                        columns(tableValues),
                        tests(tableValues),
                        table.place()));
            });
        }
    }

    private void exposure(YamlValue value) {
        Map<String, YamlValue> values = value.map("An exposure");
        Optional<String> name = name(value, values, "exposure");
        var dependsOn = new ArrayList<Reference>();
        for (YamlValue item : list(values, "depends_on")) {
            String text = item.text("depends_on").orElse("");
            Reference.parse(text, item.place())
                    .ifPresentOrElse(
                            dependsOn::add,
                            () -> problems.add(
                                    item.place(),
                                    "“" + text + "” is no reference.",
                                    "Write ref('model') or source('source', 'table')."));
        }
        name.ifPresent(known -> exposures.add(new ExposureEntry(
                known,
                optional(values, "type").orElse("dashboard"),
                optional(values, "url"),
                text(values, "description"),
                optional(values, "label"),
                dependsOn,
                value.place())));
    }

    private List<ColumnProperties> columns(Map<String, YamlValue> values) {
        var columns = new ArrayList<ColumnProperties>();
        for (YamlValue column : list(values, "columns")) {
            Map<String, YamlValue> columnValues = column.map("A column");
            refuse(columnValues, "constraints", "Say by tests what must hold.");
            name(column, columnValues, "column")
                    .ifPresent(name -> columns.add(
                            new ColumnProperties(name, text(columnValues, "description"), tests(columnValues))));
        }
        return columns;
    }

    private List<TestEntry> tests(Map<String, YamlValue> values) {
        var tests = new ArrayList<TestEntry>();
        for (String key : List.of("tests", "data_tests")) {
            list(values, key).forEach(item -> TestReader.read(item).ifPresent(tests::add));
        }
        return tests;
    }

    private Settings settings(Map<String, YamlValue> values, Settings.For reader) {
        var settings = new LinkedHashMap<String, Setting>();
        Optional.ofNullable(values.get("config"))
                .ifPresent(config -> config.map("config")
                        .forEach((name, item) -> Settings.put(
                                settings,
                                name.startsWith("+") ? name.substring(1) : name,
                                new Setting(item.value(), item.place()),
                                reader,
                                problems)));
        Optional.ofNullable(values.get("tags"))
                .ifPresent(tags -> settings.putIfAbsent("tags", new Setting(tags.value(), tags.place())));
        return new Settings(settings);
    }

    private Optional<String> name(YamlValue value, Map<String, YamlValue> values, String what) {
        Optional<String> name = optional(values, "name");
        if (name.isEmpty() && (value.isMap() || value.isNothing())) {
            problems.add(value.place(), "A " + what + " has no name.", "Write “- name: …”.");
        }
        return name;
    }

    private static List<YamlValue> list(Map<String, YamlValue> values, String key) {
        return Optional.ofNullable(values.get(key))
                .map(value -> value.list(key))
                .orElse(List.of());
    }

    private static Optional<String> optional(Map<String, YamlValue> values, String key) {
        return Optional.ofNullable(values.get(key)).flatMap(value -> value.text(key));
    }

    private static String text(Map<String, YamlValue> values, String key) {
        return optional(values, key).orElse("").strip();
    }

    private static List<String> texts(Map<String, YamlValue> values, String key) {
        return Optional.ofNullable(values.get(key))
                .map(value -> Settings.texts(value.value()).toList())
                .orElse(List.of());
    }
}
