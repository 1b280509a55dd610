package io.duckboard.lake.source;

import io.duckboard.engine.failure.FailureException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** What has to be known of a workbook before its reader opens it. */
final class WorkbookFile {

    /** The largest sheet that Excel itself writes is smaller. */
    private static final long MOST_BYTES = 4_000_000_000L;

    /** All texts of a workbook are held in memory. */
    private static final long MOST_BYTES_OF_TEXTS = 400_000_000L;

    private static final Pattern OF_1904 =
            Pattern.compile("<\\w*:?workbookPr\\b[^>]*\\bdate1904\\s*=\\s*[\"'](1|true|on)[\"']");

    private static final int BUFFER = 1 << 16;

    private WorkbookFile() {}

    /**
     * Refuses workbooks that would fill the memory: what a zip file says of its sizes need not be true.
     *
     * @throws FailureException if it is too large, or no whole zip file
     */
    static void check(SourceFile file) throws IOException {
        try (var zip = new ZipFile(file.path().toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                boolean streamed = entry.getName().matches("xl/worksheets/.*\\.xml");
                long most = streamed ? MOST_BYTES : MOST_BYTES_OF_TEXTS;
                if (unpacked(zip, entry, most) > most) {
                    throw new FailureException(
                            file.name() + " is too large for a workbook: " + entry.getName() + " has more than " + most
                                    + " bytes.",
                            "Save it as CSV.");
                }
            }
        } catch (ZipException e) {
            throw new FailureException(
                    file.name() + " cannot be read as a workbook: it is broken, or not whole.", "Get it again.", e);
        }
    }

    /** Whether its days are counted from 1904, as old Macs did. The reader knows only one of the ways to say it. */
    static boolean isOf1904(SourceFile file) throws IOException {
        try (var zip = new ZipFile(file.path().toFile());
                InputStream in = zip.getInputStream(zip.getEntry("xl/workbook.xml"))) {
            return OF_1904.matcher(new String(in.readNBytes(BUFFER), StandardCharsets.UTF_8))
                    .find();
        }
    }

    private static long unpacked(ZipFile zip, ZipEntry entry, long most) throws IOException {
        long bytes = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = zip.getInputStream(entry)) {
            int read = in.read(buffer);
            while (read >= 0 && bytes <= most) {
                bytes += read;
                read = in.read(buffer);
            }
        }
        return bytes;
    }
}
