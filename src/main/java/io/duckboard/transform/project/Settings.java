package io.duckboard.transform.project;

import io.duckboard.format.NearName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Configuration by dbt's names. Only supported configuration is kept.
 *
 * @param values the values by name, without the leading {@code +}
 */
public record Settings(Map<String, Setting> values) {

    public static final Settings NONE = new Settings(Map.of());

    /** Settings of dbt that have no effect here: there is one lake, with one kind of table in it. */
    private static final Set<String> PASSED_OVER = Set.of(
            "docs",
            "meta",
            "group",
            "access",
            "schema",
            "database",
            "persist_docs",
            "grants",
            "quoting",
            "full_refresh",
            "on_schema_change",
            "on_configuration_change",
            "event_time",
            "latest_version",
            "packages",
            "static_analysis",
            "store_failures",
            "store_failures_as",
            "description",
            "overwrite",
            "overwrite_or_ignore");

    private static final Set<String> OF_MODELS =
            Set.of("materialized", "tags", "enabled", "location", "partition_by", "options", "format");

    private static final Set<String> OF_TESTS = Set.of("severity", "where", "tags", "enabled");

    private static final Map<String, String> NOT_SUPPORTED = Map.of(
            "pre-hook", "Hooks are not supported: put the statement into a model, or leave it out.",
            "pre_hook", "Hooks are not supported: put the statement into a model, or leave it out.",
            "post-hook", "Hooks are not supported: put the statement into a model, or leave it out.",
            "post_hook", "Hooks are not supported: put the statement into a model, or leave it out.",
            "alias", "A table is called as its model is: rename the file.",
            "sql_header", "A model is one SELECT: leave it out.",
            "limit", "Leave it out; a test counts all failing rows.",
            "error_if", "Leave it out; any failing row counts.",
            "warn_if", "Set severity: warn instead.",
            "fail_calc", "Leave it out; failing rows are counted.");

    public Settings {
        values = Map.copyOf(values);
    }

    /** What configuration is for; a test accepts other names than a model. */
    public enum For {
        MODEL,
        TEST;

        private Set<String> names() {
            return switch (this) {
                case MODEL -> OF_MODELS;
                case TEST -> OF_TESTS;
            };
        }

        public boolean knows(String name) {
            return names().contains(name);
        }
    }

    public Optional<Setting> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Returns these settings, overridden by the other ones. Tags of both are combined, as dbt does. */
    public Settings overriddenBy(Settings other) {
        var all = new LinkedHashMap<>(values);
        other.values.forEach((name, setting) -> all.merge(
                name,
                setting,
                (mine, theirs) -> name.equals("tags")
                        ? new Setting(
                                Stream.concat(texts(mine.value()), texts(theirs.value()))
                                        .distinct()
                                        .toList(),
                                theirs.place())
                        : theirs));
        return new Settings(all);
    }

    /** Adds a setting, or reports a problem if it is not known or not supported. */
    public static void put(Map<String, Setting> settings, String name, Setting setting, For reader, Problems problems) {
        String hint = NOT_SUPPORTED.get(name);
        if (hint != null) {
            problems.add(setting.place(), "“" + name + "” is not supported.", hint);
        } else if (name.equals("contract")) {
            refuseContract(setting, problems);
        } else if (reader.knows(name)) {
            settings.put(name, setting);
        } else if (!PASSED_OVER.contains(name)) {
            problems.add(
                    setting.place(),
                    "“" + name + "” is no configuration that is known.",
                    NearName.hint(
                            name,
                            reader.names(),
                            "Values of your own belong under meta. Known are " + known(reader) + "."));
        }
    }

    private static String known(For reader) {
        return String.join(", ", reader.names().stream().sorted().toList());
    }

    private static void refuseContract(Setting setting, Problems problems) {
        if (setting.value() instanceof Map<?, ?> contract && Boolean.TRUE.equals(contract.get("enforced"))) {
            problems.add(
                    setting.place(),
                    "Enforced contracts are not supported.",
                    "Set enforced: false, and say by tests what must hold.");
        }
    }

    /** Returns the items of a list, or a single text as one item. */
    public static Stream<String> texts(Object value) {
        return value instanceof List<?> list ? list.stream().map(String::valueOf) : Stream.of(String.valueOf(value));
    }
}
