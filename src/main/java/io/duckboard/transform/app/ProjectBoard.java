package io.duckboard.transform.app;

import static java.util.stream.Collectors.groupingBy;

import io.duckboard.transform.board.Board;
import io.duckboard.transform.board.BoardNode;
import io.duckboard.transform.compile.ColumnDoc;
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

/** A compiled project's nodes, each with its tests. */
final class ProjectBoard {

    /** Of the web, or a page of Duckboard's own: what a project names must not run in the browser. */
    private static final Pattern LINK = Pattern.compile("(?i)(https?://|/(?!/)).*");

    private final Map<String, List<CompiledTest>> tests;

    private ProjectBoard(CompiledProject project) {
        var subjects = new TestSubjects(project);
        this.tests = project.tests().stream()
                .filter(test -> subjects.of(test).isPresent())
                .collect(groupingBy(test -> subjects.of(test).orElseThrow()));
    }

    static Board of(CompiledProject project) {
        var board = new ProjectBoard(project);
        return new Board(Stream.of(
                        project.sources().stream().map(board::node),
                        project.models().stream().map(board::node),
                        project.exposures().stream().map(board::node))
                .flatMap(nodes -> nodes)
                .toList());
    }

    private BoardNode node(SourceTable source) {
        return new BoardNode(
                source.uniqueId(),
                BoardNode.Kind.SOURCE,
                source.name(),
                "source",
                source.description(),
                Optional.of(source.table()),
                Optional.empty(),
                Optional.of(source.file()),
                Optional.empty(),
                columns(source.columns()),
                tests(source.uniqueId()),
                List.of());
    }

    private BoardNode node(CompiledModel model) {
        return new BoardNode(
                model.uniqueId(),
                BoardNode.Kind.MODEL,
                model.name(),
                model.materialization().name().toLowerCase(Locale.ROOT),
                model.description(),
                model.materialization() == ModelMaterialization.EPHEMERAL
                        ? Optional.empty()
                        : Optional.of(model.name()),
                Optional.of(model.sql()),
                Optional.of(model.file()),
                Optional.empty(),
                columns(model.columns()),
                tests(model.uniqueId()),
                model.dependsOn());
    }

    private BoardNode node(Exposure exposure) {
        return new BoardNode(
                exposure.uniqueId(),
                BoardNode.Kind.EXPOSURE,
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

    private List<BoardNode.Test> tests(String id) {
        List<CompiledTest> all = tests.getOrDefault(id, List.of());
        return all.stream()
                .map(test -> new BoardNode.Test(test.uniqueId(), TestSubjects.shortName(test, all)))
                .toList();
    }

    private static List<BoardNode.Column> columns(List<ColumnDoc> columns) {
        return columns.stream()
                .map(column -> new BoardNode.Column(column.name(), column.description()))
                .toList();
    }
}
