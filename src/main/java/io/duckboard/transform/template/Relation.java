package io.duckboard.transform.template;

/**
 * A table as a template names it.
 *
 * @param name the table's name, without quotes
 * @param sql the name in SQL, quoted if necessary
 */
public record Relation(String name, String sql) {

    @Override
    public String toString() {
        return sql;
    }
}
