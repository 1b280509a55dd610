package io.duckboard.transform.template;

/**
 * A table as a template names it.
 *
 * @param name as it is
 * @param sql as SQL has it, quoted where it has to be
 */
public record Relation(String name, String sql) {

    @Override
    public String toString() {
        return sql;
    }
}
