package io.duckboard.sqlpage.editor;

import io.duckboard.client.Vocabulary;
import io.duckboard.engine.sql.Quoted;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes names as people write them in SQL: in quotes only if DuckDB would not read them as names otherwise. */
public final class Names {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Set<String> reserved;

    public Names(Vocabulary vocabulary) {
        this.reserved = Set.copyOf(vocabulary.reserved());
    }

    public String written(String name) {
        return PLAIN.matcher(name).matches() && !reserved.contains(name.toLowerCase(Locale.ROOT))
                ? name
                : Quoted.name(name);
    }
}
