package io.duckboard.transform.template;

import java.util.List;

/** Combines texts with a size limit, since a short template can make a text larger than any memory. */
final class BoundedText {

    private BoundedText() {}

    /**
     * Works like Python's replace: an empty text occurs before each character and at the end.
     *
     * @param most the largest number of replacements, from the left
     */
    static String replaced(String text, String from, String to, int most) {
        int count = 0;
        int last = 0;
        var result = new StringBuilder();
        for (int at = text.indexOf(from); at >= 0 && count < most; at = next(text, from, at)) {
            result.append(text, last, at).append(to);
            last = at + from.length();
            count++;
            check(result.length(), "replace");
        }
        return result.append(text, last, text.length()).toString();
    }

    private static int next(String text, String from, int at) {
        int next = at + Math.max(1, from.length());
        return next > text.length() ? -1 : text.indexOf(from, next);
    }

    /** Joins the parts with a separator between them. */
    static String joined(String separator, List<?> parts) {
        var result = new StringBuilder();
        String between = "";
        for (Object part : parts) {
            result.append(between).append(PythonText.of(part));
            between = separator;
            check(result.length(), "join");
        }
        return result.toString();
    }

    private static void check(int length, String method) {
        if (length > Templates.LARGEST_OUTPUT) {
            throw new TemplateProblem("What " + method + "() makes is longer than 1 MB.", "");
        }
    }
}
