package io.duckboard.transform.compile;

import io.duckboard.engine.failure.Failure;
import io.duckboard.engine.sql.Quoted;
import io.duckboard.format.NearName;
import io.duckboard.transform.project.Problems;
import io.duckboard.transform.project.Reference;
import io.duckboard.transform.project.TemplateFile;
import io.duckboard.transform.template.Relation;
import io.duckboard.transform.template.TemplateProblem;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The models and sources that a project's references can name. */
final class Tables {

    private final String project;
    private final Map<String, TemplateFile> models;
    private final Map<String, SourceTable> sources;
    private final Set<String> ephemeral = new HashSet<>();
    private final Set<String> disabled = new HashSet<>();

    /** @param project the project's name, which a reference may state */
    Tables(String project, Map<String, TemplateFile> models, Map<String, SourceTable> sources) {
        this.project = project;
        this.models = new LinkedHashMap<>(models);
        this.sources = new LinkedHashMap<>(sources);
    }

    void isEphemeral(String model) {
        ephemeral.add(model);
    }

    void isDisabled(String model) {
        disabled.add(model);
    }

    boolean readsEphemeral(RenderedTemplate rendered) {
        return rendered.references().stream()
                .anyMatch(reference -> reference instanceof Reference.Ref ref && ephemeral.contains(ref.model()));
    }

    /** @throws TemplateProblem if the table does not exist */
    Relation relation(Reference reference) {
        complaint(reference).ifPresent(complaint -> {
            throw new TemplateProblem(complaint.message(), complaint.hint());
        });
        return switch (reference) {
            case Reference.Ref ref -> model(ref.model());
            case Reference.Source source ->
                source(source)
                        .map(SourceTable::table)
                        .map(table -> new Relation(table, Quoted.name(table)))
                        .orElseThrow();
        };
    }

    Relation model(String name) {
        return new Relation(name, ephemeral.contains(name) ? Inlining.PREFIX + name : Quoted.name(name));
    }

    private Optional<SourceTable> source(Reference.Source source) {
        return Optional.ofNullable(sources.get(source.source() + "." + source.table()));
    }

    /** Returns the unique id. Empty, with a problem, if the table does not exist. */
    Optional<String> uniqueId(Reference reference, Problems problems) {
        Optional<Failure> complaint = complaint(reference);
        complaint.ifPresent(found -> problems.add(reference.place(), found.message(), found.hint()));
        return complaint.isPresent() ? Optional.empty() : Optional.of(uniqueId(reference));
    }

    private String uniqueId(Reference reference) {
        return switch (reference) {
            case Reference.Ref ref -> "model." + project + "." + ref.model();
            case Reference.Source source -> "source." + project + "." + source.source() + "." + source.table();
        };
    }

    private Optional<Failure> complaint(Reference reference) {
        return switch (reference) {
            case Reference.Ref ref -> complaint(ref);
            case Reference.Source source ->
                source(source).isPresent() ? Optional.empty() : Optional.of(unknown(source));
        };
    }

    private Optional<Failure> complaint(Reference.Ref ref) {
        if (ref.project().isPresent() && !ref.project().get().equals(project)) {
            return Optional.of(new Failure(
                    "There is no project “" + ref.project().get() + "” here.",
                    "Packages are not supported: refer to models of " + project + "."));
        }
        if (disabled.contains(ref.model())) {
            return Optional.of(new Failure(
                    "The model “" + ref.model() + "” is disabled.", "Enable it, or take the reference out."));
        }
        if (models.containsKey(ref.model())) {
            return Optional.empty();
        }
        String asSource = sources.values().stream()
                .filter(source -> source.name().equals(ref.model()))
                .findFirst()
                .map(source -> "It is a source: write source('" + source.source() + "', '" + source.name() + "').")
                .orElse("Write its SELECT into a file of that name, or list it as a source.");
        return Optional.of(new Failure(
                "There is no model “" + ref.model() + "”.", NearName.hint(ref.model(), models.keySet(), asSource)));
    }

    private Failure unknown(Reference.Source source) {
        String name = source.source() + "." + source.table();
        return new Failure(
                "There is no source “" + name + "”.",
                NearName.hint(name, sources.keySet(), "List it in a YAML file below models/, under sources:."));
    }
}
