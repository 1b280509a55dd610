package io.duckboard.transform.compile;

import io.duckboard.engine.protocol.Node;
import io.duckboard.transform.project.Place;
import io.duckboard.transform.project.Problems;
import io.duckboard.transform.project.Setting;
import io.duckboard.transform.project.Settings;
import io.duckboard.transform.template.TemplateGlobals;
import io.duckboard.transform.template.Templates;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns configuration under dbt's names into a model's or a test's settings. */
final class ConfigReader {

    private final Templates templates;
    private final Surroundings surroundings;
    private final Locations locations;
    private final Problems problems;

    ConfigReader(Templates templates, Surroundings surroundings, Problems problems) {
        this.templates = templates;
        this.surroundings = surroundings;
        this.locations = new Locations(surroundings.env(), problems);
        this.problems = problems;
    }

    ModelConfig model(String name, Settings settings) {
        ModelMaterialization materialized = materialized(settings);
        List<String> partitionBy = partitionBy(settings);
        if (!partitionBy.isEmpty()
                && (materialized == ModelMaterialization.VIEW || materialized == ModelMaterialization.EPHEMERAL)) {
            problems.add(
                    place(settings, settings.get("partition_by").isPresent() ? "partition_by" : "options"),
                    "A model that is no table has no files to partition.",
                    "Take partition_by out, or set materialized='table' or 'external'.");
        }
        format(settings);
        return new ModelConfig(
                materialized,
                tags(settings),
                enabled(settings),
                partitionBy,
                copyTo(name, materialized, !partitionBy.isEmpty(), settings));
    }

    private Optional<String> copyTo(
            String name, ModelMaterialization materialized, boolean partitioned, Settings settings) {
        Optional<Setting> location = settings.get("location");
        if (materialized != ModelMaterialization.EXTERNAL) {
            location.ifPresent(setting -> problems.add(
                    setting.place(),
                    "Only an external model has a location.",
                    "Take it out, or set materialized='external'."));
            return Optional.empty();
        }
        if (partitioned) {
            location.ifPresent(setting -> problems.add(
                    setting.place(),
                    "A partitioned model cannot have a copy as one file.",
                    "Take out location or partition_by."));
            return Optional.empty();
        }
        return location.isEmpty()
                ? Optional.of("dashboard/" + name + ".parquet")
                : text(location.get())
                        .flatMap(path -> locations.check(path, location.get().place()));
    }

    private ModelMaterialization materialized(Settings settings) {
        Optional<Setting> setting = settings.get("materialized");
        String name = setting.flatMap(this::text).orElse("view");
        return ModelMaterialization.named(name).orElseGet(() -> {
            problems.add(
                    place(settings, "materialized"),
                    "A model cannot be materialized as “" + name + "”.",
                    name.equals("incremental")
                            ? "Incremental models are not supported: use table, which is built whole each time."
                            : "Use view, table, external or ephemeral.");
            return ModelMaterialization.VIEW;
        });
    }

    private void format(Settings settings) {
        settings.get("format").ifPresent(setting -> {
            if (!text(setting).orElse("parquet").equalsIgnoreCase("parquet")) {
                problems.add(setting.place(), "Files are Parquet alone.", "Take format out.");
            }
        });
    }

    private List<String> partitionBy(Settings settings) {
        Optional<Object> value = settings.get("partition_by").map(Setting::value);
        Optional<Setting> options = settings.get("options");
        if (options.isPresent()) {
            if (!(options.get().value() instanceof Map<?, ?> map)) {
                problems.add(
                        options.get().place(), "options should be a mapping.", "Write {'partition_by': 'column'}.");
                return List.of();
            }
            map.keySet().stream()
                    .map(String::valueOf)
                    .filter(key -> !List.of("partition_by", "overwrite", "overwrite_or_ignore")
                            .contains(key))
                    .forEach(key -> problems.add(
                            options.get().place(),
                            "The option “" + key + "” is not supported.",
                            "Supported is partition_by."));
            value = value.or(() -> Optional.ofNullable(map.get("partition_by")));
        }
        return value.stream()
                .flatMap(Settings::texts)
                .flatMap(text -> Stream.of(text.split(",")))
                .map(String::strip)
                .filter(column -> !column.isEmpty())
                .toList();
    }

    List<String> tags(Settings settings) {
        return settings.get("tags").stream()
                .flatMap(setting -> Settings.texts(setting.value()))
                .distinct()
                .toList();
    }

    boolean enabled(Settings settings) {
        return settings.get("enabled").flatMap(this::text).map(this::truth).orElse(true);
    }

    private boolean truth(String text) {
        return !text.equalsIgnoreCase("false") && !text.equals("0") && !text.isEmpty();
    }

    Node.Severity severity(Settings settings) {
        Optional<Setting> setting = settings.get("severity");
        String text = setting.flatMap(this::text).orElse("error").toLowerCase(Locale.ROOT);
        return switch (text) {
            case "error" -> Node.Severity.ERROR;
            case "warn" -> Node.Severity.WARN;
            default -> {
                problems.add(place(settings, "severity"), "“" + text + "” is no severity.", "Use error or warn.");
                yield Node.Severity.ERROR;
            }
        };
    }

    Optional<String> where(Settings settings) {
        return settings.get("where").flatMap(this::text).filter(text -> !text.isBlank());
    }

    /** Values of YAML files may contain Jinja. */
    private Optional<String> text(Setting setting) {
        String text = String.valueOf(setting.value());
        return text.contains("{{") || text.contains("{%")
                ? templates.render(
                        text, setting.place(), new TemplateGlobals(surroundings.functions(), surroundings.variables()))
                : Optional.of(text);
    }

    private static Place place(Settings settings, String name) {
        return settings.get(name).map(Setting::place).orElse(new Place("dbt_project.yml", 0));
    }
}
