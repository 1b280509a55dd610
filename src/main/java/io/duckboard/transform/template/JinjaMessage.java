package io.duckboard.transform.template;

import com.hubspot.jinjava.interpret.OutputTooBigException;
import com.hubspot.jinjava.interpret.TemplateError;
import com.hubspot.jinjava.interpret.UnknownTagException;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** Translates Jinjava's messages into the project's terms. */
final class JinjaMessage {

    private static final Map<String, String> TAGS = Map.of(
            "snapshot", "Snapshots are not supported: write a model instead.",
            "test", "Generic tests of your own are not supported: write a singular test, a SELECT of the failing rows.",
            "materialization", "Materializations are view, table, external and ephemeral; there are no others.",
            "docs", "Write the description into the YAML file.",
            "include", "Write a macro instead.",
            "import", "Macros of macros/ are there without it: leave it out.",
            "from", "Macros of macros/ are there without it: leave it out.",
            "extends", "Write a macro instead.",
            "block", "Write a macro instead.");

    private JinjaMessage() {}

    static String of(TemplateError error) {
        Optional<String> tag = tag(error);
        if (tag.isPresent()) {
            return "The tag “" + tag.get() + "” is not supported.";
        }
        if (isTooLong(error)) {
            return "A text that the template makes is longer than 1 MB.";
        }
        return switch (error.getReason()) {
            case OUTPUT_TOO_BIG -> "What the template writes is larger than 1 MB.";
            case COLLECTION_TOO_BIG -> "A list or a map has more entries than are allowed.";
            default -> "This is no Jinja that is understood: " + shortened(error) + ".";
        };
    }

    static String hint(TemplateError error) {
        return tag(error)
                .map(name -> TAGS.getOrDefault(name, "Supported are if, for, set, do, macro, call and raw."))
                .orElse(isTooLong(error) ? "Look for a text that grows in a loop." : "");
    }

    /** Looks at the exception, since Jinjava gives a different reason if an expression makes the text. */
    private static boolean isTooLong(TemplateError error) {
        return ExceptionUtils.indexOfType(error.getException(), OutputTooBigException.class) >= 0;
    }

    private static Optional<String> tag(TemplateError error) {
        return error.getException() instanceof UnknownTagException unknown
                ? Optional.of(unknown.getTag())
                : Optional.empty();
    }

    /** Returns the first line, without the class names at the beginning of a cause. */
    private static String shortened(TemplateError error) {
        String message = String.valueOf(error.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("[a-z]+(\\.[a-z0-9]+)+\\.[A-Z]\\w*:? ?", "")
                .replaceAll("^[A-Z]\\w*(Exception|Error): ", "")
                .strip();
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }
}
