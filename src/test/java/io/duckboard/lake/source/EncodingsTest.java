package io.duckboard.lake.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckboard.engine.failure.FailureException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text of any encoding is read right, or the encoding is named as what is missing. */
class EncodingsTest {

    private static final String TEXT = "id,stadt\n1,Köln\n2,Zürich €\n";

    @TempDir
    private Path files;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void areReadByTheirMark(String encoding) {
        Added added = Added.ofText(files, ReadOptions.NONE, "a.csv", "\ufeff" + TEXT, Charset.forName(encoding));

        assertThat(added.columns()).containsExactly("id BIGINT", "stadt VARCHAR");
        assertThat(added.column(1)).containsExactly("Köln", "Zürich €");
        assertThat(added.traits()).contains(encoding);
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "ISO-8859-15", "UTF-16LE", "UTF-16BE", "UTF-8", "IBM01140"})
    void areReadAsTheyAreSaid(String encoding) {
        Charset charset = Charset.forName(encoding);

        Added added = Added.ofText(files, new Saying().encoding(charset).options(), "a.csv", TEXT, charset);

        assertThat(added.column(1)).containsExactly("Köln", "Zürich €");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "ISO-8859-15"})
    void areTheReasonIfBytesAreNoCharacters(String encoding) {
        assertThatThrownBy(() -> Added.ofText(
                        files,
                        ReadOptions.NONE,
                        "a.csv",
                        "id\n" + "1\n".repeat(600_000) + "ö\n",
                        Charset.forName(encoding)))
                .hasMessageContaining("a.csv is not UTF-8: the byte F6 in line 600002 is no character")
                .satisfies(e -> assertThat(((FailureException) e).hint()).contains("--encoding latin-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void areTheReasonIfUtf16HasNoMark(String encoding) {
        assertThatThrownBy(() -> Added.ofText(files, ReadOptions.NONE, "a.csv", TEXT, Charset.forName(encoding)))
                .hasMessageContaining("looks like " + encoding + " without its mark");
    }

    @Test
    void areNotLatin1IfTheyHaveWhatOnlyWindows1252Has() {
        assertThatThrownBy(() -> Added.ofText(
                        files,
                        new Saying().encoding(StandardCharsets.ISO_8859_1).options(),
                        "a.csv",
                        TEXT,
                        Charset.forName("windows-1252")))
                .hasMessageContaining("has the byte 80")
                .satisfies(e -> assertThat(((FailureException) e).hint()).contains("--encoding windows-1252"));
    }

    @Test
    void contradictTheirMarkInVain() {
        assertThatThrownBy(() -> Added.ofText(
                        files,
                        new Saying().encoding(StandardCharsets.ISO_8859_1).options(),
                        "a.csv",
                        "\ufeff" + TEXT))
                .hasMessageContaining("is UTF-8, as its first bytes say");
    }

    @Test
    void mayHoldZeros() {
        Added added = Added.ofText(files, ReadOptions.NONE, "a.csv", "a,b\n1,x\0y\n");

        assertThat(added.rows()).containsExactly(List.of("1", "x\0y"));
    }

    @Test
    void ofJsonAreReadToo() {
        Added added =
                Added.ofText(files, ReadOptions.NONE, "a.jsonl", "\ufeff{\"a\":\"ü\"}\n", StandardCharsets.UTF_16LE);

        assertThat(added.column(0)).containsExactly("ü");
    }

    @Test
    void ofPackedTextAreReadUnpacked() throws IOException {
        byte[] packed = packed(TEXT);
        Path file = Files.write(files.resolve("a.csv.gz"), packed);
        Path other = Files.write(files.resolve("b.csv"), packed);

        assertThat(Added.of(files, ReadOptions.NONE, file, other).rows()).hasSize(4);
    }

    @Test
    void ofPackedTextThatIsCutOffAreRefused() throws IOException {
        byte[] packed = packed(TEXT.repeat(100));
        Path file = Files.write(files.resolve("a.csv.gz"), Arrays.copyOf(packed, packed.length - 12));

        assertThatThrownBy(() -> Added.of(files, ReadOptions.NONE, file))
                .hasMessageContaining("a.csv.gz cannot be unpacked");
    }

    private static byte[] packed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
