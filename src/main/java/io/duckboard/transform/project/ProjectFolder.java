package io.duckboard.transform.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the folder of a dbt project. It does not write there, and reads nothing outside of it. */
public final class ProjectFolder {

    /** A larger file is a mistake, or an attack on memory. */
    private static final long LARGEST_FILE = 1L << 20;

    private final Path folder;
    private final Problems problems = new Problems();

    private ProjectFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads the project without rendering any template.
     *
     * @param folder the folder that contains {@code dbt_project.yml}
     * @throws ProjectException if files are missing, are invalid, or ask for something that is not supported
     * @throws UncheckedIOException if the folder cannot be read
     */
    public static Project read(Path folder) {
        return new ProjectFolder(folder).read();
    }

    private Project read() {
        if (!Files.isRegularFile(folder.resolve(ProjectFile.FILE))) {
            problems.add(
                    new Place(ProjectFile.FILE, 0),
                    "There is no dbt_project.yml in this folder.",
                    "Name the folder of a dbt project, or write the file: name: my_project");
            problems.throwIfAny();
        }
        ProjectFile file =
                ProjectFile.read(text(folder.resolve(ProjectFile.FILE)).orElse(""), problems);
        refusePackages();
        refuseFilesIn("seeds", ".csv", "Seeds", "Load the file as a table of the lake and list it as a source.");
        refuseFilesIn("snapshots", ".sql", "Snapshots", "Write a model instead, or move the file away.");
        for (String path : file.testPaths()) {
            refuseFilesIn(
                    path + "/generic",
                    ".sql",
                    "Generic tests of your own",
                    "Write a singular test, a SELECT of the failing rows, into " + path + "/.");
        }
        file.modelPaths().forEach(path -> refuseFilesIn(path, ".py", "Python models", "Write the model in SQL."));
        var properties = new PropertiesFile(problems);
        for (String path : file.modelPaths()) {
            files(path, ".yml", ".yaml")
                    .forEach(yaml -> text(yaml).ifPresent(text -> properties.read(name(yaml), text)));
        }
        List<TemplateFile> models = templates(file.modelPaths());
        if (models.isEmpty()) {
            problems.add(
                    new Place(ProjectFile.FILE, 0),
                    "The project has no models.",
                    "Write a SELECT into " + String.join(" or ", file.modelPaths()) + "/my_model.sql.");
        }
        var project = new Project(
                file.name(),
                file.modelPaths(),
                file.vars(),
                file.modelSettings(),
                file.testSettings(),
                models,
                templates(file.macroPaths()),
                templates(file.testPaths()),
                properties.models,
                properties.sources,
                properties.exposures);
        problems.throwIfAny();
        return project;
    }

    private void refusePackages() {
        for (String name : List.of("packages.yml", "dependencies.yml")) {
            Path path = folder.resolve(name);
            if (Files.isRegularFile(path)) {
                Map<String, YamlValue> sections = text(path)
                        .flatMap(text -> YamlFile.parse(name, text, problems))
                        .map(root -> root.map(name))
                        .orElse(Map.of());
                for (String section : List.of("packages", "projects")) {
                    Optional.ofNullable(sections.get(section))
                            .filter(value -> !value.list(section).isEmpty())
                            .ifPresent(value -> problems.add(
                                    value.place(),
                                    "Packages are not supported.",
                                    "Copy the macros that you use into macros/ and delete " + name + "."));
                }
            }
        }
    }

    private void refuseFilesIn(String path, String ending, String what, String hint) {
        files(path, ending).forEach(file -> problems.add(new Place(name(file), 1), what + " are not supported.", hint));
    }

    private List<TemplateFile> templates(List<String> paths) {
        var templates = new ArrayList<TemplateFile>();
        for (String path : paths) {
            files(path, ".sql").stream()
                    .filter(file -> !name(file).startsWith(path + "/generic/"))
                    .forEach(file -> text(file).ifPresent(text -> templates.add(new TemplateFile(name(file), text))));
        }
        return templates;
    }

    /**
     * Returns the files in the same order on all machines. Links are not followed: their targets are not part of the
     * project.
     */
    private List<Path> files(String path, String... endings) {
        Path below = folder.resolve(path);
        if (!Files.isDirectory(below)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(below)) {
            return found.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !hidden(below.relativize(file)))
                    .filter(file -> Stream.of(endings)
                            .anyMatch(ending ->
                                    file.toString().toLowerCase(Locale.ROOT).endsWith(ending)))
                    .sorted((one, other) -> name(one).compareTo(name(other)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + path + " of the project could not be read.", e);
        }
    }

    private static boolean hidden(Path path) {
        for (Path part : path) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> text(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                problems.add(new Place(name(file), 0), "The file is larger than 1 MB.", "Split it up.");
                return Optional.empty();
            }
            // Line ends of Windows would shift the positions of errors.
            return Optional.of(Files.readString(file).replace("\r\n", "\n"));
        } catch (CharacterCodingException e) {
            problems.add(new Place(name(file), 0), "The file is no UTF-8 text.", "Save it as UTF-8.");
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + name(file) + " of the project could not be read.", e);
        }
    }

    private String name(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
