package io.duckboard.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.jr.ob.JSON;

/** The report gives its figures both for people and for programs. */
class ReportTest {

    private static final Findings FINDINGS = new Findings(
            List.of(
                    new Measured("map-reduce", 250.04, new Series(List.of(30.0, 50.0))),
                    new Measured("one <call> & \"co\"", 99, new Series(List.of(20.0, 20.0)))),
            137,
            10_000,
            OptionalLong.of(10_000));

    private static final Report REPORT =
            new Report(FINDINGS, new Benchmark(1, 2), "/lake", "here", Instant.parse("2019-04-01T00:00:00Z"));

    @Test
    void isATable() {
        assertThat(REPORT.table()).isEqualTo("""
                 mode              mean ± dev. ms    p50 ms    p95 ms  first ms   ratio
                 map-reduce           40.0 ± 14.1      30.0      50.0     250.0     2.0
                 one <call> & "co"         20.0 ± 0.0      20.0      20.0      99.0     1.0

                The same 137 rows each time; 10000 trips, as expected. 2 rounds after 1 to warm up.
                """);
    }

    @Test
    void isJson() throws Exception {
        assertThat(JSON.std.beanFrom(Json.class, REPORT.json()))
                .isEqualTo(new Json(
                        "2019-04-01T00:00:00Z",
                        "/lake",
                        "here",
                        2,
                        1,
                        137,
                        10_000,
                        10_000,
                        List.of(
                                new JsonMode("map-reduce", 250.04, 40.0, 14.142, 30.0, 50.0, 2.0, List.of(30.0, 50.0)),
                                new JsonMode(
                                        "one <call> & \"co\"", 99, 20.0, 0, 20.0, 20.0, 1.0, List.of(20.0, 20.0)))));
    }

    @Test
    void isAPictureInEveryLanguage() throws Exception {
        Locale before = Locale.getDefault();
        String svg;
        try {
            Locale.setDefault(Locale.GERMANY);
            svg = new Picture(FINDINGS, "Trips <ten days>").svg();
        } finally {
            Locale.setDefault(before);
        }
        Document picture =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));

        assertThat(picture.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(picture.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Trips <ten days>");
        assertThat(picture.getElementsByTagName("rect").getLength()).isEqualTo(3);
        assertThat(picture.getDocumentElement().getTextContent())
                .contains("map-reduce", "one <call> & \"co\"", "40.0 ± 14.1 ms", "p50 30.0, p95 50.0");
        assertThat(svg).doesNotContain("NaN");
    }

    record Json(
            String measuredAt,
            String lake,
            String engine,
            int rounds,
            int warmup,
            int rows,
            long trips,
            long expectedTrips,
            List<JsonMode> modes) {}

    record JsonMode(
            String mode,
            double firstMs,
            double meanMs,
            double deviationMs,
            double p50Ms,
            double p95Ms,
            double ratio,
            List<Double> millis) {}
}
