package io.duckboard.transform.docs;

import static java.util.stream.Collectors.groupingBy;

import io.duckboard.transform.compile.CompiledModel;
import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.compile.CompiledTest;
import io.duckboard.transform.compile.Exposure;
import io.duckboard.transform.compile.ModelMaterialization;
import io.duckboard.transform.compile.SourceTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the nodes of a compiled project, each with its tests. */
final class NodeReader {

    /** A web address or a page of Duckboard's. A script that a project names must not run in the browser. */
    private static final Pattern LINK = Pattern.compile("(?i)(https?://|/(?!/)).*");

    private final CompiledProject project;
    private final Map<String, List<CompiledTest>> tests;

    NodeReader(CompiledProject project) {
        this.project = project;
        var subjects = new TestSubjects(project);
        this.tests = project.tests().stream()
                .filter(test -> subjects.of(test).isPresent())
                .collect(groupingBy(test -> subjects.of(test).orElseThrow()));
    }

    ProjectNodes nodes() {
        return new ProjectNodes(Stream.of(
                        project.sources().stream().map(this::node),
                        project.models().stream().map(this::node),
                        project.exposures().stream().map(this::node))
                .flatMap(nodes -> nodes)
                .toList());
    }

    private ProjectNode node(SourceTable source) {
        return new ProjectNode(
                source.uniqueId(),
                ProjectNode.Kind.SOURCE,
                source.name(),
                "source",
                source.description(),
                Optional.of(source.table()),
                Optional.empty(),
                Optional.of(source.file()),
                Optional.empty(),
                source.columns(),
                tests(source.uniqueId()),
                List.of());
    }

    private ProjectNode node(CompiledModel model) {
        return new ProjectNode(
                model.uniqueId(),
                ProjectNode.Kind.MODEL,
                model.name(),
                model.materialization().name().toLowerCase(Locale.ROOT),
                model.description(),
                model.materialization() == ModelMaterialization.EPHEMERAL
                        ? Optional.empty()
                        : Optional.of(model.name()),
                Optional.of(model.sql()),
                Optional.of(model.file()),
                Optional.empty(),
                model.columns(),
                tests(model.uniqueId()),
                model.dependsOn());
    }

    private ProjectNode node(Exposure exposure) {
        return new ProjectNode(
                exposure.uniqueId(),
                ProjectNode.Kind.EXPOSURE,
                exposure.label().orElse(exposure.name()),
                exposure.type(),
                exposure.description(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(exposure.file()),
                exposure.url().filter(url -> LINK.matcher(url).matches()),
                List.of(),
                List.of(),
                exposure.dependsOn());
    }

    private List<ProjectNode.Test> tests(String id) {
        List<CompiledTest> all = tests.getOrDefault(id, List.of());
        return all.stream()
                .map(test -> new ProjectNode.Test(test.uniqueId(), TestSubjects.shortName(test, all)))
                .toList();
    }
}
