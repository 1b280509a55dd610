package io.duckboard.cli.lake;

import static java.util.stream.Collectors.joining;

import io.duckboard.engine.catalog.Catalog.LeftOut;
import io.duckboard.format.Figures;
import io.duckboard.format.Harmless;
import java.util.List;

/** Says what a lake has in no table. */
final class LeftOutText {

    /** As many as one reads below a list of tables. */
    private static final int FEW = 10;

    private LeftOutText() {}

    /** The number and the first few with their reasons; empty if there is nothing. */
    static String summary(List<LeftOut> leftOut) {
        if (leftOut.isEmpty()) {
            return "";
        }
        String more = leftOut.size() > FEW ? "  … and " + Figures.count(leftOut.size() - FEW) + " more\n" : "";
        return "\n" + count(leftOut) + ":\n"
                + leftOut.stream()
                        .limit(FEW)
                        .map(out -> "  " + Harmless.line(out.path() + ": " + out.reason()) + "\n")
                        .collect(joining())
                + more + "duckboard lake ls --left-out says what to do.\n";
    }

    /** All of it, and what to do. */
    static String whole(List<LeftOut> leftOut) {
        return leftOut.isEmpty()
                ? "Nothing is left out.\n"
                : count(leftOut) + ":\n"
                        + leftOut.stream()
                                .map(out -> Harmless.line(out.path()) + "\n  " + Harmless.line(out.reason()) + "\n  "
                                        + Harmless.line(out.todo()) + "\n")
                                .collect(joining());
    }

    static String count(List<LeftOut> leftOut) {
        return Figures.count(leftOut.size(), "file") + " left out";
    }
}
