package io.duckboard.transform.compile;

import io.duckboard.transform.project.Place;
import io.duckboard.transform.project.Problems;
import io.duckboard.transform.project.Project;
import io.duckboard.transform.project.Reference;
import io.duckboard.transform.project.Settings;
import io.duckboard.transform.project.TestEntry;
import io.duckboard.transform.template.MappedSql;
import io.duckboard.transform.template.SourceMap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Compiles the tests that YAML files declare, and singular tests, to SQL. */
final class TestCompilation {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,200}");

    private final Project project;
    private final Tables tables;
    private final ConfigReader configs;
    private final Problems problems;

    /** The subject of generic tests: a model, or a table of the lake. */
    private record Subject(Reference reference, String name, boolean isSource, Optional<String> model) {}

    /** A test that is not yet joined with the SQL that it reads. */
    record Prepared(CompiledTest test, MappedSql sql, List<Reference> references) {}

    TestCompilation(Project project, Tables tables, ConfigReader configs, Problems problems) {
        this.project = project;
        this.tables = tables;
        this.configs = configs;
        this.problems = problems;
    }

    List<Prepared> ofModel(String model, List<TestEntry> tests, Optional<String> column, Place place) {
        return generic(
                new Subject(
                        new Reference.Ref(Optional.empty(), model, place),
                        model,
                        false,
                        Optional.of("model." + project.name() + "." + model)),
                tests,
                column);
    }

    List<Prepared> ofSource(SourceTable source, List<TestEntry> tests, Optional<String> column, Place place) {
        return generic(
                new Subject(
                        new Reference.Source(source.source(), source.name(), place),
                        source.source() + "_" + source.name(),
                        true,
                        Optional.empty()),
                tests,
                column);
    }

    private List<Prepared> generic(Subject subject, List<TestEntry> tests, Optional<String> column) {
        var prepared = new ArrayList<Prepared>();
        for (TestEntry entry : tests) {
            Settings settings = project.testSettings().overriddenBy(entry.settings());
            if (configs.enabled(settings)) {
                GenericTest.of(entry, column, problems)
                        .flatMap(test -> generic(subject, entry, test, settings, column))
                        .ifPresent(prepared::add);
            }
        }
        return prepared;
    }

    private Optional<Prepared> generic(
            Subject subject, TestEntry entry, GenericTest test, Settings settings, Optional<String> column) {
        var references = new ArrayList<Reference>(List.of(subject.reference()));
        test.to().ifPresent(references::add);
        if (references.stream()
                .anyMatch(reference -> tables.uniqueId(reference, problems).isEmpty())) {
            return Optional.empty();
        }
        String table = tables.relation(subject.reference()).sql();
        String from = configs.where(settings)
                .map(where -> "(select * from " + table + " where (" + where + ")) dbt_subquery")
                .orElse(table);
        String other = test.to().map(to -> tables.relation(to).sql()).orElse("");
        MappedSql sql = MappedSql.at(entry.place(), test.sql(from, other));
        String name = TestName.of(entry, subject.name(), subject.isSource(), column);
        if (!NAME.matcher(name).matches()) {
            problems.add(entry.place(), "“" + name + "” is no name for a test.", "Use letters, digits and _.");
        }
        return Optional.of(new Prepared(
                test(name, entry.place(), settings, Optional.of(test.column()), subject.model(), test.kind()),
                sql,
                references));
    }

    Prepared singular(RenderedTemplate rendered) {
        Settings settings = project.testSettings().overriddenBy(rendered.settings());
        if (!NAME.matcher(rendered.name()).matches()) {
            problems.add(
                    new Place(rendered.file().path(), 0),
                    "“" + rendered.name() + "” is no name for a test.",
                    "Use letters, digits and _.");
        }
        return new Prepared(
                test(
                        rendered.name(),
                        new Place(rendered.file().path(), 1),
                        settings,
                        Optional.empty(),
                        Optional.empty(),
                        TestKind.SINGULAR),
                rendered.sql(),
                rendered.references());
    }

    private CompiledTest test(
            String name,
            Place place,
            Settings settings,
            Optional<String> column,
            Optional<String> model,
            TestKind kind) {
        return new CompiledTest(
                "test." + project.name() + "." + name,
                name,
                "",
                new SourceMap(List.of()),
                place.file(),
                place.line(),
                configs.severity(settings),
                configs.tags(settings),
                List.of(),
                column,
                model,
                kind);
    }

    /** Returns the test with its SQL, including the ephemeral models that it reads. */
    CompiledTest finished(Prepared prepared, MappedSql sql) {
        CompiledTest test = prepared.test();
        Set<String> dependsOn = new LinkedHashSet<>();
        prepared.references()
                .forEach(reference -> tables.uniqueId(reference, problems).ifPresent(dependsOn::add));
        return new CompiledTest(
                test.uniqueId(),
                test.name(),
                sql.text(),
                sql.map(),
                test.file(),
                test.line(),
                test.severity(),
                test.tags(),
                List.copyOf(dependsOn),
                test.column(),
                test.attachedModelUniqueId(),
                test.kind());
    }
}
