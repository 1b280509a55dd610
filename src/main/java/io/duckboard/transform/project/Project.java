package io.duckboard.transform.project;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A dbt project as its files describe it.
 *
 * @param modelPaths the folders of models, below the project's folder
 * @param vars variables by name: texts, numbers, Booleans, lists and maps of such
 * @param modelSettings the settings of models in {@code dbt_project.yml}
 * @param testSettings the settings of all tests in {@code dbt_project.yml}
 */
public record Project(
        String name,
        List<String> modelPaths,
        Map<String, Object> vars,
        List<FolderSettings> modelSettings,
        Settings testSettings,
        List<TemplateFile> models,
        List<TemplateFile> macros,
        List<TemplateFile> tests,
        List<ModelEntry> entries,
        List<SourceEntry> sources,
        List<ExposureEntry> exposures) {

    public Project {
        modelPaths = List.copyOf(modelPaths);
        vars = Collections.unmodifiableMap(new LinkedHashMap<>(vars));
        modelSettings = List.copyOf(modelSettings);
        models = List.copyOf(models);
        macros = List.copyOf(macros);
        tests = List.copyOf(tests);
        entries = List.copyOf(entries);
        sources = List.copyOf(sources);
        exposures = List.copyOf(exposures);
    }

    /** Returns the settings of a model in {@code dbt_project.yml}: nearer folders override farther ones. */
    public Settings settingsOf(TemplateFile model) {
        List<String> path = belowModels(model);
        return modelSettings.stream()
                .filter(folder -> folder.covers(path))
                .sorted(Comparator.comparingInt(folder -> folder.path().size()))
                .map(FolderSettings::settings)
                .reduce(Settings.NONE, Settings::overriddenBy);
    }

    /** Returns the model's path below the folder of models, without {@code .sql}. */
    public List<String> belowModels(TemplateFile model) {
        String path = modelPaths.stream()
                .filter(folder -> model.path().startsWith(folder + "/"))
                .findFirst()
                .map(folder -> model.path().substring(folder.length() + 1))
                .orElse(model.path());
        List<String> parts = Arrays.asList(path.split("/"));
        return Stream.concat(parts.subList(0, parts.size() - 1).stream(), Stream.of(model.name()))
                .toList();
    }
}
