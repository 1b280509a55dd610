package io.duckboard.transform.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The content of {@code dbt_project.yml}. */
record ProjectFile(
        String name,
        List<String> modelPaths,
        List<String> testPaths,
        List<String> macroPaths,
        Map<String, Object> vars,
        List<FolderSettings> modelSettings,
        Settings testSettings) {

    static final String FILE = "dbt_project.yml";

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern FOLDER = Pattern.compile("[\\w .+-]+(/[\\w .+-]+)*");

    static ProjectFile read(String text, Problems problems) {
        Map<String, YamlValue> values = YamlFile.parse(FILE, text, problems)
                .map(root -> root.map("dbt_project.yml"))
                .orElse(Map.of());
        String name = Optional.ofNullable(values.get("name"))
                .flatMap(value -> value.text("name"))
                .orElse("");
        if (!NAME.matcher(name).matches()) {
            problems.add(
                    Optional.ofNullable(values.get("name"))
                            .map(YamlValue::place)
                            .orElse(new Place(FILE, 0)),
                    name.isEmpty() ? "The project has no name." : "“" + name + "” is no name for a project.",
                    "Give it one of letters, digits and _: name: my_project");
        }
        for (String hooks : List.of("on-run-start", "on-run-end")) {
            Optional.ofNullable(values.get(hooks))
                    .filter(value -> !value.isNothing()
                            && !(value.isList() && value.list(hooks).isEmpty()))
                    .ifPresent(value -> problems.add(
                            value.place(),
                            "“" + hooks + "” is not supported.",
                            "Put the statement into a model, or leave it out."));
        }
        var settings = new ArrayList<FolderSettings>();
        Optional.ofNullable(values.get("models"))
                .ifPresent(models -> folder(models, Settings.For.MODEL, name, List.of(), settings));
        var tests = new ArrayList<FolderSettings>();
        for (String section : List.of("tests", "data_tests")) {
            Optional.ofNullable(values.get(section))
                    .ifPresent(value -> folder(value, Settings.For.TEST, name, List.of(), tests));
        }
        return new ProjectFile(
                name,
                paths(values, "model-paths", "source-paths", "models", problems),
                paths(values, "test-paths", "test-paths", "tests", problems),
                paths(values, "macro-paths", "macro-paths", "macros", problems),
                vars(values, name),
                settings,
                tests.stream()
                        .filter(folder -> folder.path().isEmpty())
                        .map(FolderSettings::settings)
                        .reduce(Settings.NONE, Settings::overriddenBy));
    }

    private static List<String> paths(
            Map<String, YamlValue> values, String key, String formerKey, String otherwise, Problems problems) {
        YamlValue value = values.getOrDefault(key, values.get(formerKey));
        if (value == null) {
            return List.of(otherwise);
        }
        var paths = new ArrayList<String>();
        for (YamlValue item : value.list(key)) {
            String path = item.text(key).orElse("");
            if (FOLDER.matcher(path).matches() && !path.contains("..")) {
                paths.add(path);
            } else {
                problems.add(
                        item.place(),
                        "“" + path + "” is no folder of the project.",
                        "Name one below the folder of dbt_project.yml, such as " + otherwise + ".");
            }
        }
        return paths;
    }

    /** Variables of the project override those for all projects. Those for other projects are ignored. */
    private static Map<String, Object> vars(Map<String, YamlValue> values, String name) {
        var vars = new LinkedHashMap<String, Object>();
        Map<String, YamlValue> all = Optional.ofNullable(values.get("vars"))
                .map(value -> value.map("vars"))
                .orElse(Map.of());
        all.forEach((key, value) -> {
            if (!key.equals(name) || !value.isMap()) {
                vars.put(key, value.value());
            }
        });
        Optional.ofNullable(all.get(name))
                .filter(YamlValue::isMap)
                .ifPresent(own -> own.map("vars").forEach((key, value) -> vars.put(key, value.value())));
        return vars;
    }

    /** Like dbt, treats a mapping without {@code +} as a folder, and any other value as configuration. */
    private static void folder(
            YamlValue value, Settings.For reader, String project, List<String> path, List<FolderSettings> settings) {
        var own = new LinkedHashMap<String, Setting>();
        value.map("The configuration").forEach((key, item) -> {
            if (key.startsWith("+")) {
                Settings.put(own, key.substring(1), new Setting(item.value(), item.place()), reader, value.problems());
            } else if (item.isMap() && !key.equals("options") && !key.equals("meta") && !key.equals("docs")) {
                if (path.isEmpty() && key.equals(project)) {
                    folder(item, reader, "", path, settings);
                } else if (path.isEmpty() && !project.isEmpty()) {
                    value.problems()
                            .add(
                                    item.place(),
                                    "“" + key + "” is no project that is here.",
                                    "Configure folders below the project's name, " + project + ".");
                } else {
                    folder(item, reader, "", concat(path, key), settings);
                }
            } else if (!item.isNothing()) {
                Settings.put(own, key, new Setting(item.value(), item.place()), reader, value.problems());
            }
        });
        settings.add(new FolderSettings(path, new Settings(own)));
    }

    private static List<String> concat(List<String> path, String folder) {
        var longer = new ArrayList<>(path);
        longer.add(folder);
        return longer;
    }
}
