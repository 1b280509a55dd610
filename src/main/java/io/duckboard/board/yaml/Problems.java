package io.duckboard.board.yaml;

import io.duckboard.board.FileProblem;
import io.duckboard.board.Spot;
import io.duckboard.format.Harmless;
import io.duckboard.format.NearName;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects what is wrong with a file as it is found, so that one error does not hide the next. */
public final class Problems {

    /** More would help nobody. */
    private static final int MOST = 100;

    private static final int LONGEST_WORD = 60;

    private final Set<FileProblem> found = new LinkedHashSet<>();

    /** @param hint what is allowed or what to do; may be empty */
    public void error(Spot spot, String message, String hint) {
        add(new FileProblem(FileProblem.Severity.ERROR, spot, message, Optional.empty(), hint));
    }

    public void warning(Spot spot, String message, String hint) {
        add(new FileProblem(FileProblem.Severity.WARNING, spot, message, Optional.empty(), hint));
    }

    /** An error about a word that is none of those that are allowed. */
    public void unknown(Spot spot, String message, String word, Collection<String> allowed) {
        add(new FileProblem(
                FileProblem.Severity.ERROR, spot, message, NearName.of(word, allowed), allowedHint(allowed)));
    }

    private static String allowedHint(Collection<String> allowed) {
        return allowed.isEmpty() ? "" : "Allowed: " + String.join(", ", allowed) + ".";
    }

    /** A text of the file as a message quotes it. */
    public static String quoted(String text) {
        String line = Harmless.line(text);
        return "“" + (line.length() > LONGEST_WORD ? line.substring(0, LONGEST_WORD) + "…" : line) + "”";
    }

    public void addAll(Collection<FileProblem> problems) {
        problems.forEach(this::add);
    }

    private void add(FileProblem problem) {
        if (found.size() < MOST) {
            found.add(problem);
        }
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(FileProblem::isError);
    }

    /** In the order of the file. */
    public List<FileProblem> all() {
        return found.stream().sorted(Comparator.comparing(FileProblem::spot)).toList();
    }
}
