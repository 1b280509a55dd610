package io.duckboard.transform.compile;

import io.duckboard.transform.graph.Graph;
import io.duckboard.transform.graph.GraphNode;
import io.duckboard.transform.project.ColumnProperties;
import io.duckboard.transform.project.ExposureEntry;
import io.duckboard.transform.project.ModelEntry;
import io.duckboard.transform.project.Place;
import io.duckboard.transform.project.Problems;
import io.duckboard.transform.project.Project;
import io.duckboard.transform.project.Reference;
import io.duckboard.transform.project.Settings;
import io.duckboard.transform.project.SourceEntry;
import io.duckboard.transform.project.TemplateFile;
import io.duckboard.transform.template.Deadline;
import io.duckboard.transform.template.MappedSql;
import io.duckboard.transform.template.Templates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compiles a project to SQL.
 *
 * <p>Models are rendered once to find out what they read and how they are materialized. Those that read an ephemeral
 * model are rendered a second time, since a reference to one is written differently.
 */
final class Compilation {

    private final Project project;
    private final Deadline deadline;
    private final Problems problems = new Problems();
    private final Templates templates;
    private final Surroundings surroundings;
    private final ConfigReader configs;
    private final Map<String, TemplateFile> files;
    private final Map<String, ModelEntry> entries;
    private final Map<String, SourceTable> sources;
    private final Tables tables;
    private final Map<String, RenderedTemplate> renderedModels = new LinkedHashMap<>();
    private final Map<String, ModelConfig> modelConfigs = new HashMap<>();

    Compilation(Project project, Map<String, Object> vars, Map<String, String> env, Deadline deadline) {
        this.project = project;
        this.deadline = deadline;
        this.templates = new Templates(deadline, problems);
        this.surroundings = new Surroundings(project.vars(), vars, env);
        this.configs = new ConfigReader(templates, surroundings, problems);
        var names = new ModelNames(project, problems);
        this.files = names.files();
        this.entries = names.entries(files);
        this.sources = names.sources();
        this.tables = new Tables(project.name(), files, sources);
    }

    CompiledProject compiled() {
        templates.define(project.name(), project.macros());
        renderModels();
        List<TestCompilation.Prepared> tests = prepareTests();
        List<Exposure> exposures =
                project.exposures().stream().map(this::exposure).toList();
        checkReferences(tests);
        checkCopies();
        problems.throwIfAny();
        return joined(tests, exposures);
    }

    private void renderModels() {
        files.forEach((name, file) ->
                render(file, Settings.For.MODEL).ifPresent(rendered -> renderedModels.put(name, rendered)));
        for (RenderedTemplate rendered : List.copyOf(renderedModels.values())) {
            ModelConfig config = configs.model(rendered.name(), settings(rendered));
            modelConfigs.put(rendered.name(), config);
            if (!config.enabled()) {
                tables.isDisabled(rendered.name());
                renderedModels.remove(rendered.name());
            } else if (config.materialized() == ModelMaterialization.EPHEMERAL) {
                tables.isEphemeral(rendered.name());
            }
        }
        renderedModels.replaceAll((name, rendered) -> tables.readsEphemeral(rendered)
                ? render(rendered.file(), Settings.For.MODEL).orElse(rendered)
                : rendered);
        renderedModels.values().stream()
                .filter(rendered -> LeadingWith.of(rendered.sql().text()).start()
                        == rendered.sql().text().length())
                .forEach(rendered -> problems.add(
                        new Place(rendered.file().path(), 0), "The model has no SQL.", "Write a SELECT into it."));
    }

    /**
     * Returns the rendered template, or empty if there were problems. After the deadline, only its problems are
     * reported.
     */
    private Optional<RenderedTemplate> render(TemplateFile file, Settings.For reader) {
        if (deadline.isOver()) {
            problems.throwIfAny();
        }
        return new Rendering(file, tables, reader, problems).by(templates, surroundings);
    }

    private Settings settings(RenderedTemplate rendered) {
        return project.settingsOf(rendered.file())
                .overriddenBy(entry(rendered.name()).map(ModelEntry::settings).orElse(Settings.NONE))
                .overriddenBy(rendered.settings());
    }

    private Optional<ModelEntry> entry(String model) {
        return Optional.ofNullable(entries.get(model));
    }

    private List<TestCompilation.Prepared> prepareTests() {
        var compilation = new TestCompilation(project, tables, configs, problems);
        var tests = new ArrayList<TestCompilation.Prepared>();
        for (ModelEntry entry : entries.values()) {
            if (renderedModels.containsKey(entry.name())) {
                tests.addAll(compilation.ofModel(entry.name(), entry.tests(), Optional.empty(), entry.place()));
                for (ColumnProperties column : entry.columns()) {
                    tests.addAll(compilation.ofModel(
                            entry.name(), column.tests(), Optional.of(column.name()), entry.place()));
                }
            }
        }
        for (SourceEntry entry : project.sources()) {
            Optional.ofNullable(sources.get(entry.source() + "." + entry.name()))
                    .ifPresent(source -> {
                        tests.addAll(compilation.ofSource(source, entry.tests(), Optional.empty(), entry.place()));
                        for (ColumnProperties column : entry.columns()) {
                            tests.addAll(compilation.ofSource(
                                    source, column.tests(), Optional.of(column.name()), entry.place()));
                        }
                    });
        }
        for (TemplateFile file : project.tests()) {
            render(file, Settings.For.TEST)
                    .filter(rendered -> configs.enabled(project.testSettings().overriddenBy(rendered.settings())))
                    .ifPresent(rendered -> tests.add(compilation.singular(rendered)));
        }
        var byName = new HashMap<String, CompiledTest>();
        for (TestCompilation.Prepared prepared : tests) {
            CompiledTest test = prepared.test();
            CompiledTest other = byName.putIfAbsent(test.name(), test);
            if (other != null) {
                problems.add(
                        new Place(test.file(), test.line()),
                        "The test “" + test.name() + "” is there twice: the other is at "
                                + new Place(other.file(), other.line()) + ".",
                        "Take one out, or give it a name of its own by name:.");
            }
        }
        return tests;
    }

    private Exposure exposure(ExposureEntry entry) {
        return new Exposure(
                "exposure." + project.name() + "." + entry.name(),
                entry.name(),
                entry.type(),
                entry.url(),
                entry.description(),
                entry.label(),
                uniqueIds(entry.dependsOn()),
                entry.place().file(),
                entry.place().line());
    }

    /** Only now is it known whether a model that is read is disabled. */
    private void checkReferences(List<TestCompilation.Prepared> tests) {
        Stream<Reference> all = Stream.concat(
                renderedModels.values().stream().flatMap(rendered -> rendered.references().stream()),
                tests.stream().flatMap(test -> test.references().stream()));
        Set<String> read = new LinkedHashSet<>();
        all.forEach(reference -> tables.uniqueId(reference, problems).ifPresent(read::add));
        new ModelNames(project, problems)
                .keepApart(
                        files,
                        sources.values().stream()
                                .filter(source -> read.contains(source.uniqueId()))
                                .toList());
    }

    private void checkCopies() {
        var copies = new HashMap<String, RenderedTemplate>();
        for (RenderedTemplate rendered : renderedModels.values()) {
            config(rendered).copyTo().ifPresent(path -> {
                RenderedTemplate other = copies.putIfAbsent(path.toLowerCase(Locale.ROOT), rendered);
                if (other != null) {
                    problems.add(
                            new Place(rendered.file().path(), 0),
                            "The copy “" + path + "” is that of " + other.file().path() + " too.",
                            "Give one of them another location.");
                }
            });
        }
    }

    private ModelConfig config(RenderedTemplate rendered) {
        return Objects.requireNonNull(modelConfigs.get(rendered.name()), rendered.name());
    }

    private List<String> uniqueIds(List<Reference> references) {
        return references.stream()
                .flatMap(reference -> tables.uniqueId(reference, problems).stream())
                .distinct()
                .toList();
    }

    private CompiledProject joined(List<TestCompilation.Prepared> prepared, List<Exposure> exposures) {
        var compilation = new TestCompilation(project, tables, configs, problems);
        var nodes = new GraphNodes(project);
        sources.values().forEach(nodes::add);
        renderedModels
                .values()
                .forEach(rendered -> nodes.add(rendered, config(rendered), uniqueIds(rendered.references())));
        Graph ofModels = Graph.of(nodes.all());
        List<CompiledModel> models = ofModels.nodes().stream()
                .filter(node -> node.kind() == GraphNode.Kind.MODEL)
                .flatMap(node -> Optional.ofNullable(renderedModels.get(node.name())).stream())
                .map(this::model)
                .toList();
        List<CompiledTest> tests = prepared.stream()
                .map(test -> compilation.finished(test, inlined(test.references(), test.sql())))
                .toList();
        tests.forEach(nodes::add);
        exposures.forEach(nodes::add);
        return new CompiledProject(
                project.name(), models, tests, List.copyOf(sources.values()), exposures, Graph.of(nodes.all()));
    }

    private CompiledModel model(RenderedTemplate rendered) {
        MappedSql sql = inlined(rendered.references(), rendered.sql());
        Optional<ModelEntry> entry = entry(rendered.name());
        return new CompiledModel(
                "model." + project.name() + "." + rendered.name(),
                rendered.name(),
                rendered.file().text(),
                sql.text(),
                sql.map(),
                rendered.file().path(),
                entry.map(ModelEntry::description).orElse(""),
                entry.map(ModelEntry::columns).orElse(List.of()).stream()
                        .map(column -> new ColumnDoc(column.name(), column.description()))
                        .toList(),
                uniqueIds(rendered.references()),
                config(rendered));
    }

    private MappedSql inlined(List<Reference> references, MappedSql sql) {
        var ephemerals = new LinkedHashMap<String, RenderedTemplate>();
        collect(references, ephemerals);
        return Inlining.of(List.copyOf(ephemerals.values()), sql);
    }

    /** Adds each model after the ones that it reads; there are no cycles at this point. */
    private void collect(List<Reference> references, Map<String, RenderedTemplate> ephemerals) {
        for (Reference reference : references) {
            if (reference instanceof Reference.Ref ref && !ephemerals.containsKey(ref.model())) {
                RenderedTemplate rendered = renderedModels.get(ref.model());
                if (rendered != null && config(rendered).materialized() == ModelMaterialization.EPHEMERAL) {
                    collect(rendered.references(), ephemerals);
                    ephemerals.put(ref.model(), rendered);
                }
            }
        }
    }
}
