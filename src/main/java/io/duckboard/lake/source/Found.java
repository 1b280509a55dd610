package io.duckboard.lake.source;

import io.duckboard.format.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was found in a file, to be printed.
 *
 * @param file the name as the user gave it
 * @param traits in words: {@code `;` between fields}, {@code header}
 * @param members the same for JSON, by name
 */
public record Found(String file, List<String> traits, Map<String, Object> members) {

    public Found {
        traits = List.copyOf(traits);
    }

    /** Collects what is found, in words and for JSON. */
    static final class Builder {

        private final String file;
        private final List<String> traits = new ArrayList<>();
        private final Map<String, Object> members = new LinkedHashMap<>();

        Builder(SourceFile file) {
            this.file = file.name();
            members.put("file", file.name());
            members.put("kind", file.kind().name().toLowerCase(Locale.ROOT));
        }

        Builder add(String trait) {
            if (!trait.isEmpty()) {
                traits.add(trait);
            }
            return this;
        }

        Builder add(String trait, String member, Object value) {
            members.put(member, value);
            return add(trait);
        }

        /** Adds a count, and says nothing if it is zero. */
        Builder count(long count, String noun, String rest, String member) {
            return add(count == 0 ? "" : Figures.count(count, noun) + rest, member, count);
        }

        Found found(int columns, long rows) {
            traits.add(Figures.count(columns, "column"));
            traits.add(Figures.count(rows, "row"));
            members.put("columns", columns);
            members.put("rows", rows);
            return new Found(file, traits, members);
        }
    }
}
