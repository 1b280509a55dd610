package io.duckboard.transform.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ref('…')} or {@code source('…', '…')}, as written in a YAML file. */
public sealed interface Reference {

    Place place();

    /** A model of the named project, or of this one if none is named. */
    record Ref(Optional<String> project, String model, Place place) implements Reference {}

    record Source(String source, String table, Place place) implements Reference {}

    Pattern CALL = Pattern.compile(
            "(?:\\{\\{)?\\s*(ref|source)\\s*\\(\\s*(['\"])([^'\"]*)\\2\\s*(?:,\\s*(['\"])([^'\"]*)\\4\\s*)?\\)\\s*(?:}})?");

    /** Parses a reference; empty if the text is not one. */
    static Optional<Reference> parse(String text, Place place) {
        Matcher call = CALL.matcher(text.strip());
        if (!call.matches()) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>(List.of(call.group(3)));
        Optional.ofNullable(call.group(5)).ifPresent(names::add);
        if (call.group(1).equals("source")) {
            return names.size() == 2
                    ? Optional.of(new Source(names.getFirst(), names.getLast(), place))
                    : Optional.empty();
        }
        return Optional.of(
                names.size() == 2
                        ? new Ref(Optional.of(names.getFirst()), names.getLast(), place)
                        : new Ref(Optional.empty(), names.getFirst(), place));
    }
}
