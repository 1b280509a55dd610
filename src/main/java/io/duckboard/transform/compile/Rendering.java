package io.duckboard.transform.compile;

import io.duckboard.transform.project.Problems;
import io.duckboard.transform.project.Reference;
import io.duckboard.transform.project.Setting;
import io.duckboard.transform.project.Settings;
import io.duckboard.transform.project.TemplateFile;
import io.duckboard.transform.template.Arguments;
import io.duckboard.transform.template.TemplateGlobals;
import io.duckboard.transform.template.TemplateProblem;
import io.duckboard.transform.template.Templates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Renders one template, and collects its references and its configuration. */
final class Rendering {

    private static final String REF = "Write ref('model') or ref('project', 'model').";

    /** The configuration is kept until all templates are rendered. */
    private static final long LARGEST_CONFIG = 1 << 20;

    private final TemplateFile file;
    private final Tables tables;
    private final Settings.For reader;
    private final Problems problems;
    private final List<Reference> references = new ArrayList<>();
    private final Map<String, Setting> settings = new LinkedHashMap<>();
    private long configured;

    Rendering(TemplateFile file, Tables tables, Settings.For reader, Problems problems) {
        this.file = file;
        this.tables = tables;
        this.reader = reader;
        this.problems = problems;
    }

    /** Renders the template; empty if there were problems. */
    Optional<RenderedTemplate> by(Templates templates, Surroundings surroundings) {
        var functions = new HashMap<>(surroundings.functions());
        functions.put("ref", this::ref);
        functions.put("source", this::source);
        functions.put("config", this::config);
        var variables = new HashMap<>(surroundings.variables());
        if (reader == Settings.For.MODEL) {
            variables.put("this", tables.model(file.name()));
        }
        return templates
                .render(file, new TemplateGlobals(functions, variables))
                .map(sql -> new RenderedTemplate(file, sql.stripped(), references, new Settings(settings)));
    }

    private Object ref(Arguments arguments) {
        arguments.exactly(1, 2, REF);
        return refer(
                arguments.positional().size() == 2
                        ? new Reference.Ref(Optional.of(arguments.text(0)), arguments.text(1), arguments.place())
                        : new Reference.Ref(Optional.empty(), arguments.text(0), arguments.place()));
    }

    private Object source(Arguments arguments) {
        arguments.exactly(2, 2, "Write source('source', 'table').");
        return refer(new Reference.Source(arguments.text(0), arguments.text(1), arguments.place()));
    }

    private Object refer(Reference reference) {
        references.add(reference);
        return tables.relation(reference);
    }

    private Object config(Arguments arguments) {
        configured += arguments.size();
        if (configured > LARGEST_CONFIG) {
            throw new TemplateProblem(
                    "What config() is given is larger than 1 MB.", "Write large values into the SQL.");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Object positional : arguments.positional()) {
            if (!(positional instanceof Map<?, ?> map)) {
                throw new TemplateProblem("config() takes names and values.", "Write config(materialized='table').");
            }
            map.forEach((name, value) -> values.put(String.valueOf(name), value));
        }
        values.putAll(arguments.named());
        values.forEach((name, value) -> {
            if (value != null) {
                Settings.put(settings, name, new Setting(value, arguments.place()), reader, problems);
            }
        });
        return "";
    }
}
