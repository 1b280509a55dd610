package io.duckboard.sqlpage.download.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The app can tell a browser that went away from an answer that broke off. */
class BrowserStreamTest {

    @Test
    void handsOnWhatIsWritten() throws IOException {
        var browser = new ByteArrayOutputStream();

        try (var writer =
                new BufferedWriter(new OutputStreamWriter(new BrowserStream(browser), StandardCharsets.UTF_8))) {
            writer.write("a whole answer");
        }

        assertThat(browser.toString(StandardCharsets.UTF_8)).isEqualTo("a whole answer");
    }

    @Test
    void tellsThatNobodyReadsAnyMore() throws IOException {
        var reader = new PipedInputStream();
        OutputStream browser = new BrowserStream(new PipedOutputStream(reader));
        reader.close();

        assertThatExceptionOfType(BrowserStream.GoneException.class).isThrownBy(() -> browser.write('a'));
        assertThatExceptionOfType(BrowserStream.GoneException.class).isThrownBy(() -> browser.write(new byte[10]));
    }
}
