package io.duckboard.bench;

import io.duckboard.engine.bench.Report;
import io.duckboard.testing.Browser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures the pages of the built app over the sample, prints a table, and writes it as JSON. */
final class PageBench {

    private PageBench() {}

    /**
     * @param arguments the command that serves the app, a Python that has Streamlit, its page, the JSON file to write,
     *     and the parts to measure, without which all are measured
     */
    public static void main(String[] arguments) throws IOException {
        var report = new Report();
        List<String> only = List.of(arguments).subList(4, arguments.length);
        try (RunningApp app = RunningApp.start(Path.of(arguments[0]));
                StreamlitPage peer = StreamlitPage.start(Path.of(arguments[1]), Path.of(arguments[2]), app.lake());
                Browser browser = Browser.start()) {
            Map<String, Part> parts = new LinkedHashMap<>();
            parts.put("first", new FirstPageBench(app, peer, browser)::measure);
            parts.put("later", new LaterPagesBench(app, browser)::measure);
            parts.put("number", new NumberBench(app, peer, browser)::measure);
            parts.put("answer", new AnswerBench(app, browser)::measure);
            parts.put("typing", new TypingBench(app, browser)::measure);
            for (var part : parts.entrySet()) {
                if (only.isEmpty() || only.contains(part.getKey())) {
                    part.getValue().measure(report);
                }
            }
        }
        report.write(Path.of(arguments[3]));
    }

    private interface Part {

        void measure(Report report) throws IOException;
    }
}
