package io.duckboard.transform.compile;

import io.duckboard.format.NearName;
import io.duckboard.transform.project.ModelEntry;
import io.duckboard.transform.project.Place;
import io.duckboard.transform.project.Problems;
import io.duckboard.transform.project.Project;
import io.duckboard.transform.project.SourceEntry;
import io.duckboard.transform.project.TemplateFile;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks that each table of a project has exactly one name, and that each name belongs to one table. */
final class ModelNames {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");
    private static final String RULE = "Use letters, digits and _, at most 63, and no digit in front.";

    /** The engine's own table for a map-reduce. */
    private static final String TAKEN = "parts";

    private final Project project;
    private final Problems problems;

    ModelNames(Project project, Problems problems) {
        this.project = project;
        this.problems = problems;
    }

    /** Returns the files by the names of their models. */
    Map<String, TemplateFile> files() {
        var files = new LinkedHashMap<String, TemplateFile>();
        var folded = new HashMap<String, TemplateFile>();
        for (TemplateFile file : project.models()) {
            String name = file.name();
            var place = new Place(file.path(), 0);
            if (!NAME.matcher(name).matches()) {
                problems.add(place, "“" + name + "” is no name for a model.", RULE);
            } else if (name.equalsIgnoreCase(TAKEN) || fold(name).startsWith(Inlining.PREFIX)) {
                problems.add(place, "A model cannot be called “" + name + "”.", "Rename the file.");
            }
            TemplateFile other = folded.putIfAbsent(fold(name), file);
            if (other != null) {
                problems.add(
                        place,
                        "The model “" + name + "” is there twice: the other is " + other.path() + ".",
                        "Rename one of the files; capitals make no difference.");
            }
            files.putIfAbsent(name, file);
        }
        return files;
    }

    /** Returns the YAML entries of the models, by model name. */
    Map<String, ModelEntry> entries(Map<String, TemplateFile> files) {
        var entries = new LinkedHashMap<String, ModelEntry>();
        for (ModelEntry entry : project.entries()) {
            if (!NAME.matcher(entry.name()).matches()) {
                problems.add(entry.place(), "“" + entry.name() + "” is no name for a model.", RULE);
            } else if (!files.containsKey(entry.name())) {
                problems.add(
                        entry.place(),
                        "There is no model “" + entry.name() + "”.",
                        NearName.hint(entry.name(), files.keySet(), "Write its file, or take this entry out."));
            }
            ModelEntry other = entries.putIfAbsent(entry.name(), entry);
            if (other != null) {
                problems.add(
                        entry.place(),
                        "The model “" + entry.name() + "” is described twice: the other is at " + other.place() + ".",
                        "Put both into one.");
            }
        }
        return entries;
    }

    /** Returns the tables of the lake by {@code source.table}. */
    Map<String, SourceTable> sources() {
        var sources = new LinkedHashMap<String, SourceTable>();
        for (SourceEntry entry : project.sources()) {
            for (String name : new LinkedHashSet<>(List.of(entry.source(), entry.name(), entry.identifier()))) {
                if (!NAME.matcher(name).matches()) {
                    problems.add(entry.place(), "“" + name + "” is no name for a source or a table of it.", RULE);
                }
            }
            var table = new SourceTable(
                    "source." + project.name() + "." + entry.source() + "." + entry.name(),
                    entry.source(),
                    entry.name(),
                    entry.identifier(),
                    entry.sourceDescription(),
                    entry.description(),
                    entry.columns().stream()
                            .map(column -> new ColumnDoc(column.name(), column.description()))
                            .toList(),
                    entry.tags(),
                    entry.place().file(),
                    entry.place().line());
            SourceTable other = sources.putIfAbsent(entry.source() + "." + entry.name(), table);
            if (other != null) {
                problems.add(
                        entry.place(),
                        "The source “" + entry.source() + "." + entry.name() + "” is there twice: the other is at "
                                + new Place(other.file(), other.line()) + ".",
                        "Keep one of them.");
            }
        }
        return sources;
    }

    /** Reports a model and a source of the same name: both would be the same table of the lake. */
    void keepApart(Map<String, TemplateFile> files, List<SourceTable> read) {
        for (SourceTable source : read) {
            files.values().stream()
                    .filter(file -> fold(file.name()).equals(fold(source.table())))
                    .forEach(file -> problems.add(
                            new Place(file.path(), 0),
                            "The model “" + file.name() + "” has the name of the source’s table “" + source.table()
                                    + "” at " + new Place(source.file(), source.line()) + ".",
                            "Rename the model: both would be one table of the lake."));
        }
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
