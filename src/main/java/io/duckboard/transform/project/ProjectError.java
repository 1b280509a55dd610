package io.duckboard.transform.project;

/**
 * Something in a project that has to be changed before it compiles.
 *
 * @param file below the project's folder, with {@code /}
 * @param line from 1; 0 where it is not known
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
