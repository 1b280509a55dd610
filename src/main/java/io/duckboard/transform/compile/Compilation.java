package io.duckboard.transform.compile;

import io.duckboard.transform.graph.Graph;
import io.duckboard.transform.graph.GraphNode;
import io.duckboard.transform.project.ColumnEntry;
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
 * A project on its way to SQL.
 *
 * <p>Models are rendered to learn what they read and how they are materialized, and those that read an ephemeral one a
 * second time, since a reference to one is written differently.
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
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
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
        draftModels();
        List<TestCompilation.Prepared> tests = prepareTests();
        List<Exposure> exposures =
                project.exposures().stream().map(this::exposure).toList();
        checkReferences(tests);
        checkCopies();
        problems.throwIfAny();
        return joined(tests, exposures);
    }

    private void draftModels() {
        files.forEach((name, file) -> render(file, Settings.For.MODEL).ifPresent(draft -> drafts.put(name, draft)));
        for (Draft draft : List.copyOf(drafts.values())) {
            ModelConfig config = configs.model(draft.name(), settings(draft));
            modelConfigs.put(draft.name(), config);
            if (!config.enabled()) {
                tables.isDisabled(draft.name());
                drafts.remove(draft.name());
            } else if (config.materialized() == ModelMaterialization.EPHEMERAL) {
                tables.isEphemeral(draft.name());
            }
        }
        drafts.replaceAll((name, draft) -> tables.readsEphemeral(draft)
                ? render(draft.file(), Settings.For.MODEL).orElse(draft)
                : draft);
        drafts.values().stream()
                .filter(draft -> LeadingWith.of(draft.sql().text()).start()
                        == draft.sql().text().length())
                .forEach(draft -> problems.add(
                        new Place(draft.file().path(), 0), "The model has no SQL.", "Write a SELECT into it."));
    }

    /** Empty where there have been problems; after the deadline there is nothing but those of it. */
    private Optional<Draft> render(TemplateFile file, Settings.For reader) {
        if (deadline.isOver()) {
            problems.throwIfAny();
        }
        return new Rendering(file, tables, reader, problems).by(templates, surroundings);
    }

    private Settings settings(Draft draft) {
        return project.settingsOf(draft.file())
                .overriddenBy(entry(draft.name()).map(ModelEntry::settings).orElse(Settings.NONE))
                .overriddenBy(draft.settings());
    }

    private Optional<ModelEntry> entry(String model) {
        return Optional.ofNullable(entries.get(model));
    }

    private List<TestCompilation.Prepared> prepareTests() {
        var compilation = new TestCompilation(project, tables, configs, problems);
        var tests = new ArrayList<TestCompilation.Prepared>();
        for (ModelEntry entry : entries.values()) {
            if (drafts.containsKey(entry.name())) {
                tests.addAll(compilation.ofModel(entry.name(), entry.tests(), Optional.empty(), entry.place()));
                for (ColumnEntry column : entry.columns()) {
                    tests.addAll(compilation.ofModel(
                            entry.name(), column.tests(), Optional.of(column.name()), entry.place()));
                }
            }
        }
        for (SourceEntry entry : project.sources()) {
            Optional.ofNullable(sources.get(entry.source() + "." + entry.name()))
                    .ifPresent(source -> {
                        tests.addAll(compilation.ofSource(source, entry.tests(), Optional.empty(), entry.place()));
                        for (ColumnEntry column : entry.columns()) {
                            tests.addAll(compilation.ofSource(
                                    source, column.tests(), Optional.of(column.name()), entry.place()));
                        }
                    });
        }
        for (TemplateFile file : project.tests()) {
            render(file, Settings.For.TEST)
                    .filter(draft -> configs.enabled(project.testSettings().overriddenBy(draft.settings())))
                    .ifPresent(draft -> tests.add(compilation.singular(draft)));
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

    /** That no model which is read is disabled is known only now. */
    private void checkReferences(List<TestCompilation.Prepared> tests) {
        Stream<Reference> all = Stream.concat(
                drafts.values().stream().flatMap(draft -> draft.references().stream()),
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
        var copies = new HashMap<String, Draft>();
        for (Draft draft : drafts.values()) {
            config(draft).copyTo().ifPresent(path -> {
                Draft other = copies.putIfAbsent(path.toLowerCase(Locale.ROOT), draft);
                if (other != null) {
                    problems.add(
                            new Place(draft.file().path(), 0),
                            "The copy “" + path + "” is that of " + other.file().path() + " too.",
                            "Give one of them another location.");
                }
            });
        }
    }

    private ModelConfig config(Draft draft) {
        return Objects.requireNonNull(modelConfigs.get(draft.name()), draft.name());
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
        drafts.values().forEach(draft -> nodes.add(draft, config(draft), uniqueIds(draft.references())));
        Graph ofModels = Graph.of(nodes.all());
        List<CompiledModel> models = ofModels.nodes().stream()
                .filter(node -> node.kind() == GraphNode.Kind.MODEL)
                .flatMap(node -> Optional.ofNullable(drafts.get(node.name())).stream())
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

    private CompiledModel model(Draft draft) {
        MappedSql sql = inlined(draft.references(), draft.sql());
        Optional<ModelEntry> entry = entry(draft.name());
        return new CompiledModel(
                "model." + project.name() + "." + draft.name(),
                draft.name(),
                draft.file().text(),
                sql.text(),
                sql.map(),
                draft.file().path(),
                entry.map(ModelEntry::description).orElse(""),
                entry.map(ModelEntry::columns).orElse(List.of()).stream()
                        .map(column -> new ColumnDoc(column.name(), column.description()))
                        .toList(),
                uniqueIds(draft.references()),
                config(draft));
    }

    private MappedSql inlined(List<Reference> references, MappedSql sql) {
        var ephemerals = new LinkedHashMap<String, Draft>();
        collect(references, ephemerals);
        return Inlining.of(List.copyOf(ephemerals.values()), sql);
    }

    /** Each after those that it reads; there are no cycles any more. */
    private void collect(List<Reference> references, Map<String, Draft> ephemerals) {
        for (Reference reference : references) {
            if (reference instanceof Reference.Ref ref && !ephemerals.containsKey(ref.model())) {
                Draft draft = drafts.get(ref.model());
                if (draft != null && config(draft).materialized() == ModelMaterialization.EPHEMERAL) {
                    collect(draft.references(), ephemerals);
                    ephemerals.put(ref.model(), draft);
                }
            }
        }
    }
}
