package io.duckboard.transform.template;

import io.duckboard.transform.project.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Compiled SQL with a map to the places that it comes from. */
public record MappedSql(String text, SourceMap map) {

    /** Makes SQL that comes from one place. */
    public static MappedSql at(Place place, String text) {
        return new MappedSql(text, new SourceMap(List.of(new SourceMap.Mark(0, place))));
    }

    /** Joins the parts, with nothing between them. */
    public static MappedSql join(List<MappedSql> parts) {
        var text = new StringBuilder();
        var marks = new ArrayList<SourceMap.Mark>();
        for (MappedSql part : parts) {
            for (SourceMap.Mark mark : part.map.marks()) {
                marks.add(new SourceMap.Mark(text.length() + mark.offset(), mark.place()));
            }
            text.append(part.text);
        }
        return new MappedSql(text.toString(), new SourceMap(marks));
    }

    /** Returns the part between two offsets. */
    public MappedSql part(int from, int to) {
        Stream<SourceMap.Mark> first = Stream.of(new SourceMap.Mark(0, map.at(from)));
        Stream<SourceMap.Mark> others = map.marks().stream()
                .filter(mark -> mark.offset() > from && mark.offset() < to)
                .map(mark -> new SourceMap.Mark(mark.offset() - from, mark.place()));
        return new MappedSql(
                text.substring(from, to),
                new SourceMap(Stream.concat(first, others).toList()));
    }

    /** Removes white space, and the semicolon that some people write, from the ends. */
    public MappedSql stripped() {
        int from = 0;
        int to = text.length();
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && (Character.isWhitespace(text.charAt(to - 1)) || text.charAt(to - 1) == ';')) {
            to--;
        }
        return part(from, to);
    }
}
