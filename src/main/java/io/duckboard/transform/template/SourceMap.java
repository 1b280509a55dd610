package io.duckboard.transform.template;

import io.duckboard.transform.project.Place;
import java.util.List;

/**
 * Maps each part of compiled SQL to the file and line that it comes from.
 *
 * @param marks the offsets at which a part from another place begins, in ascending order
 */
public record SourceMap(List<Mark> marks) {

    /** @param offset the offset of the first character from that place, in UTF-16 units */
    public record Mark(int offset, Place place) {}

    private static final Place UNKNOWN = new Place("", 0);

    public SourceMap {
        marks = List.copyOf(marks);
    }

    /**
     * Returns the place that the character at an offset comes from.
     *
     * @param offset an offset into the compiled SQL, in UTF-16 units, from 0
     */
    public Place at(int offset) {
        Place place = marks.isEmpty() ? UNKNOWN : marks.getFirst().place();
        for (Mark mark : marks) {
            if (mark.offset() > offset) {
                break;
            }
            place = mark.place();
        }
        return place;
    }
}
