package io.duckboard.board.export;

import io.duckboard.board.Show;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/** New York's taxi zones, shaded by their values. */
final class ZonesPicture {

    /** As the page's map has them. */
    private static final String ZONES = "/META-INF/resources/maps/taxi_zones.geojson";

    private static final double WEST = -74.26;
    private static final double NORTH = 40.92;

    /** Degrees to parts of the picture: at New York's latitude a degree of longitude is that much shorter. */
    private static final double SCALE = 1100;

    private static final double SHORTER = 0.758;
    private static final int WIDTH = 475;
    private static final int HEIGHT = 480;

    private final Show.ZoneMap map;
    private final AnswerTable table;
    private final Html html = new Html();

    private ZonesPicture(Show.ZoneMap map, AnswerTable table) {
        this.map = map;
        this.table = table;
    }

    static Html of(Show.ZoneMap map, AnswerTable table, String description) {
        return new ZonesPicture(map, table).drawn(description);
    }

    private Html drawn(String description) {
        Map<String, AnswerTable.Row> rows = new HashMap<>();
        table.rows().forEach(row -> rows.put(String.valueOf(table.value(row, map.zone())), row));
        var shades = new Shades(table.rows().stream().flatMapToDouble(row -> table.number(row, map.value()).stream()));
        var written = new Written(map.format());
        html.picture("class=\"zones\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\"", description);
        for (Object feature : list(zones().get("features"))) {
            Map<?, ?> properties = map(map(feature).get("properties"));
            Map<?, ?> geometry = map(map(feature).get("geometry"));
            String id = String.valueOf(properties.get("location_id"));
            AnswerTable.Row row = rows.get(id);
            OptionalDouble value = row == null ? OptionalDouble.empty() : table.number(row, map.value());
            html.raw("<path class=\"" + shades.of(value) + "\" d=\"" + path(geometry) + "\"><title>")
                    .text(row == null ? id : label(row) + ": " + written.of(table.value(row, map.value())))
                    .raw("</title></path>");
        }
        return html.raw("</svg>");
    }

    private String label(AnswerTable.Row row) {
        return Written.PLAIN.of(table.value(row, map.label().orElse(map.zone())));
    }

    private static String path(Map<?, ?> geometry) {
        var path = new StringBuilder();
        boolean isOne = "Polygon".equals(geometry.get("type"));
        for (Object polygon : isOne ? List.of(list(geometry.get("coordinates"))) : list(geometry.get("coordinates"))) {
            for (Object ring : list(polygon)) {
                char command = 'M';
                for (Object point : list(ring)) {
                    List<?> degrees = list(point);
                    path.append(command)
                            .append(part((number(degrees.get(0)) - WEST) * SCALE * SHORTER))
                            .append(' ')
                            .append(part((NORTH - number(degrees.get(1))) * SCALE));
                    command = 'L';
                }
                path.append('Z');
            }
        }
        return path.toString();
    }

    private static String part(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static Map<?, ?> zones() {
        try (InputStream zones = Objects.requireNonNull(ZonesPicture.class.getResourceAsStream(ZONES))) {
            return JSON.std.mapFrom(zones);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
