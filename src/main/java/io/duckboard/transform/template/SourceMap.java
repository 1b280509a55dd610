package io.duckboard.transform.template;

import io.duckboard.transform.project.Place;
import java.util.List;

/**
 * Which line of which file each part of compiled SQL comes from.
 *
 * @param marks where the SQL begins to come from another place, in the order of the offsets
 */
public record SourceMap(List<Mark> marks) {

    /** @param offset of the first character from there, in UTF-16 units */
    public record Mark(int offset, Place place) {}

    private static final Place UNKNOWN = new Place("", 0);

    public SourceMap {
        marks = List.copyOf(marks);
    }

    /**
     * Where the character at an offset comes from.
     *
     * @param offset into the compiled SQL, in UTF-16 units, from 0
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
