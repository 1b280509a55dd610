package io.duckboard.bench;

import io.duckboard.engine.bench.Report;
import io.duckboard.testing.Browser;
import java.io.IOException;
import java.nio.file.Path;

/** Measures the pages of the built app over the sample, prints a table, and writes it as JSON. */
final class PageBench {

    private PageBench() {}

    /**
     * @param arguments the command that serves the app, a Python that has Streamlit, its page, and the JSON file to
     *     write
     */
    public static void main(String[] arguments) throws IOException {
        var report = new Report();
        try (RunningApp app = RunningApp.start(Path.of(arguments[0]));
                StreamlitPage peer = StreamlitPage.start(Path.of(arguments[1]), Path.of(arguments[2]), app.lake());
                Browser browser = Browser.start()) {
            new FirstPageBench(app, peer, browser).measure(report);
            new LaterPagesBench(app, browser).measure(report);
            new NumberBench(app, peer, browser).measure(report);
            new AnswerBench(app, browser).measure(report);
            new TypingBench(app, browser).measure(report);
        }
        report.write(Path.of(arguments[3]));
    }
}
