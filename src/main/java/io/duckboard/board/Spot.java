package io.duckboard.board;

import java.util.Comparator;

/**
 * A place in a file.
 *
 * @param file the path below the folder of dashboards, with {@code /}
 * @param line the line, from 1
 * @param column the column in characters, from 1
 */
public record Spot(String file, int line, int column) implements Comparable<Spot> {

    public static Spot startOf(String file) {
        return new Spot(file, 1, 1);
    }

    @Override
    public int compareTo(Spot other) {
        return Comparator.comparing(Spot::file)
                .thenComparingInt(Spot::line)
                .thenComparingInt(Spot::column)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
