package io.duckboard.transform.project;

/**
 * A place in a project.
 *
 * @param file the path below the project's folder, with {@code /}
 * @param line the line, from 1; 0 if it is not known
 */
public record Place(String file, int line) {

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
