package io.duckboard.transform.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text after {@code macro}: a name and its parameters. */
record MacroHeader(String name, List<Parameter> parameters) {

    private static final Pattern FORM = Pattern.compile("\\s*([A-Za-z_]\\w*)\\s*\\((.*)\\)\\s*", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\s*([A-Za-z_]\\w*)\\s*(?:=(.+))?", Pattern.DOTALL);

    /** @param otherwise the expression of the default value */
    record Parameter(String name, Optional<String> otherwise) {}

    /** Parses a header; empty if the text is not one. */
    static Optional<MacroHeader> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        var parameters = new ArrayList<Parameter>();
        for (String part : parts(form.group(2))) {
            Matcher parameter = PARAMETER.matcher(part);
            if (!parameter.matches()) {
                return Optional.empty();
            }
            parameters.add(new Parameter(parameter.group(1), Optional.ofNullable(parameter.group(2))));
        }
        return Optional.of(new MacroHeader(form.group(1), parameters));
    }

    /** Splits the text at commas outside of quoted texts and brackets. */
    private static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        char quote = 0;
        int depth = 0;
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                if (c == '\\') {
                    at++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            } else if (c == ',' && depth == 0) {
                parts.add(text.substring(from, at));
                from = at + 1;
            }
        }
        if (!text.substring(from).isBlank()) {
            parts.add(text.substring(from));
        }
        return parts;
    }
}
