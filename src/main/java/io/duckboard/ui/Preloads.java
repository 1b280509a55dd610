package io.duckboard.ui;

import com.vaadin.flow.internal.BundleUtils;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The scripts that each page consists of, which the front end's build has written down.
 *
 * @param scripts addresses by the key under which Flow loads them
 */
record Preloads(Map<String, List<String>> scripts) {

    private static final String FILE = "META-INF/VAADIN/webapp/preloads.json";

    /** Returns none where no front end was built, as in tests without a browser. */
    static Preloads ofTheBuild() throws IOException {
        try (InputStream file = Preloads.class.getClassLoader().getResourceAsStream(FILE)) {
            return new Preloads(
                    file == null ? Map.of() : JsonMapper.shared().readValue(file, new TypeReference<>() {}));
        }
    }

    /** Returns what a route's class needs beyond the scripts that every page has. */
    List<String> of(Class<?> route) {
        return scripts.getOrDefault(BundleUtils.getChunkId(route.getName()), List.of());
    }
}
