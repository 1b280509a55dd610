package io.duckboard.mcp;

import io.duckboard.security.Place;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that an agent can have done. None of these changes anything. */
interface LakeTool {

    /** A name in the protocol's own form: small letters and underscores. */
    String name();

    String title();

    /** Where an agent is with it: whoever may not be there is refused. */
    default Place place() {
        return Place.SQL;
    }

    /** What it does, for a model that decides whether to use it. */
    String description();

    /** The arguments by name, each as JSON Schema describes it. */
    Map<String, Object> arguments();

    /** The names of the arguments that cannot be left out. */
    List<String> required();

    /**
     * Does it.
     *
     * @param arguments as the schema describes them
     * @return what becomes the JSON that the agent reads
     * @throws ToolException with what is wrong and what to do
     */
    Map<String, @Nullable Object> call(ToolArguments arguments);
}
