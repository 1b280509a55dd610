package io.duckboard.transform.project;

/**
 * SQL with Jinja in it, as written in the file.
 *
 * @param path the path below the project's folder, with {@code /}
 */
public record TemplateFile(String path, String text) {

    /** Returns its name without folder and {@code .sql}. */
    public String name() {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return file.endsWith(".sql") ? file.substring(0, file.length() - ".sql".length()) : file;
    }
}
