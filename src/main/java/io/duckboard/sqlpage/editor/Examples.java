package io.duckboard.sqlpage.editor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The example queries for the sample lake, the simple ones first. */
public final class Examples {

    private static final List<String> NAMES = List.of(
            "top-pickup-locations",
            "trips-by-hour",
            "fares-by-borough",
            "longest-trips",
            "trips-since",
            "running-total",
            "days-and-boroughs",
            "nested-zones");

    private static final List<Example> ALL = NAMES.stream().map(Examples::read).toList();

    private Examples() {}

    public static List<Example> all() {
        return ALL;
    }

    private static Example read(String name) {
        String resource = "/examples/" + name + ".sql";
        try (InputStream text = Examples.class.getResourceAsStream(resource)) {
            if (text == null) {
                throw new IllegalStateException(resource + " is missing.");
            }
            return Example.of(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
