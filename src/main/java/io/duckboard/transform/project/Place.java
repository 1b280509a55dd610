package io.duckboard.transform.project;

/**
 * Where something stands in a project.
 *
 * @param file below the project's folder, with {@code /}
 * @param line from 1; 0 where it is not known
 */
public record Place(String file, int line) {

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
