package io.duckboard.transform.project;

/**
 * An error in a project that must be fixed before it compiles.
 *
 * @param file the path below the project's folder, with {@code /}
 * @param line the line, from 1; 0 if it is not known
 * @param message what is wrong
 * @param hint what to do; may be empty
 */
public record ProjectError(String file, int line, String message, String hint) {

    public Place place() {
        return new Place(file, line);
    }

    @Override
    public String toString() {
        return place() + ": " + message + (hint.isEmpty() ? "" : " " + hint);
    }
}
