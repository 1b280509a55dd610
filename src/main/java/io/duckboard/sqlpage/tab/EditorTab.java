package io.duckboard.sqlpage.tab;

import io.duckboard.engine.protocol.Parameter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A tab of the SQL editor as it was left.
 *
 * @param limit the maximum number of rows to show
 * @param parameters by name, as they were typed, valid or not
 * @param version increases with each save
 */
public record EditorTab(UUID id, String name, String text, int limit, Map<String, Parameter> parameters, long version) {

    public EditorTab {
        if (limit < 1) {
            throw new IllegalArgumentException("A tab shows at least one row.");
        }
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    public EditorTab text(String newText) {
        return new EditorTab(id, name, newText, limit, parameters, version);
    }

    public EditorTab limit(int newLimit) {
        return new EditorTab(id, name, text, newLimit, parameters, version);
    }

    public EditorTab parameters(Map<String, Parameter> newParameters) {
        return new EditorTab(id, name, text, limit, newParameters, version);
    }

    /** Whether saving this tab over the other would change nothing. */
    boolean saysTheSameAs(EditorTab other) {
        return text.equals(other.text) && limit == other.limit && parameters.equals(other.parameters);
    }
}
