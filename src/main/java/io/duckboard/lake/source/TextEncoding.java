package io.duckboard.lake.source;

import io.duckboard.engine.failure.FailureException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * How a file's bytes are characters.
 *
 * @param mark how many bytes at its beginning say so
 */
record TextEncoding(Charset charset, int mark) {

    private static final int LOOK = 4096;

    /** Longer ones first: that of UTF-32 begins like that of UTF-16. */
    private static final List<Mark> MARKS = List.of(
            new Mark("UTF-8", "efbbbf"),
            new Mark("UTF-32LE", "fffe0000"),
            new Mark("UTF-32BE", "0000feff"),
            new Mark("UTF-16LE", "fffe"),
            new Mark("UTF-16BE", "feff"));

    private record Mark(String charset, String hex) {

        private boolean begins(byte[] head) {
            return HexFormat.of()
                    .formatHex(head, 0, Math.min(head.length, length()))
                    .equals(hex);
        }

        private int length() {
            return hex.length() / 2;
        }

        private TextEncoding encoding() {
            return new TextEncoding(Charset.forName(charset), length());
        }
    }

    /** @throws FailureException if the bytes say another encoding than the user, or are UTF-16 and nobody says so */
    static TextEncoding of(SourceFile file, Optional<Charset> said) throws IOException {
        byte[] head;
        try (InputStream in = file.compression().open(file.path())) {
            head = in.readNBytes(LOOK);
        }
        Optional<TextEncoding> marked = MARKS.stream()
                .filter(mark -> mark.begins(head))
                .map(Mark::encoding)
                .findFirst();
        if (said.isEmpty()) {
            return marked.orElseGet(() -> unmarked(file, head));
        }
        if (marked.isPresent() && !family(said.get()).equals(family(marked.get().charset()))) {
            throw new FailureException(
                    file.name() + " is " + marked.get().title() + ", as its first bytes say.", "Leave --encoding out.");
        }
        String name = said.get().name();
        if (marked.isEmpty() && (name.equals("UTF-16") || name.equals("UTF-32"))) {
            throw new FailureException(
                    file.name() + " does not begin with the mark that says which " + name + " it is.",
                    "Say --encoding " + name + "LE or " + name + "BE.");
        }
        return marked.orElseGet(() -> new TextEncoding(said.get(), 0));
    }

    String title() {
        return charset.equals(StandardCharsets.ISO_8859_1) ? "latin-1" : charset.name();
    }

    /** Reads the characters. What is no character makes the reader fail; {@link #failure} says where that is. */
    Reader reader(SourceFile file) throws IOException {
        InputStream in = file.compression().open(file.path());
        in.skipNBytes(mark);
        return new InputStreamReader(in, decoder());
    }

    /** Says where the first bytes are that are no character. */
    FailureException failure(SourceFile file) throws IOException {
        CharsetDecoder decoder = decoder();
        try (InputStream in = file.compression().open(file.path())) {
            in.skipNBytes(mark);
            ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
            CharBuffer characters = CharBuffer.allocate(1 << 16);
            long line = 1;
            boolean ended = false;
            while (!ended) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                ended = read < 0;
                bytes.position(bytes.position() + Math.max(0, read)).flip();
                CoderResult result = decoder.decode(bytes, characters, ended);
                characters.flip();
                line += characters
                        .chars()
                        .filter(character -> character == '\n')
                        .count();
                characters.clear();
                if (result.isError()) {
                    return failure(file, line, HexFormat.of().withUpperCase().toHexDigits(bytes.get()));
                }
                bytes.compact();
            }
            return failure(file, line, "");
        }
    }

    private FailureException failure(SourceFile file, long line, String hex) {
        String what = file.name() + " is not " + title() + ": " + (hex.isEmpty() ? "a byte" : "the byte " + hex)
                + " in line " + line + " is no character of it.";
        return new FailureException(what, "Name its encoding: --encoding latin-1, windows-1252, UTF-16LE or another.");
    }

    private CharsetDecoder decoder() {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static TextEncoding unmarked(SourceFile file, byte[] head) {
        long even = zeros(head, 0);
        long odd = zeros(head, 1);
        // Half of what is ASCII in UTF-16 are zeros, all of them in bytes of the same kind.
        if (Math.max(even, odd) * 3 > head.length / 2 && Math.min(even, odd) * 10 <= Math.max(even, odd)) {
            String name = odd > even ? "UTF-16LE" : "UTF-16BE";
            throw new FailureException(
                    file.name() + " is not UTF-8: it looks like " + name + " without its mark.",
                    "Say --encoding " + name + ".");
        }
        return new TextEncoding(StandardCharsets.UTF_8, 0);
    }

    private static long zeros(byte[] head, int from) {
        long count = 0;
        for (int at = from; at < head.length; at += 2) {
            count += head[at] == 0 ? 1 : 0;
        }
        return count;
    }

    private static String family(Charset charset) {
        return charset.name().replaceFirst("(UTF-16|UTF-32).*", "$1");
    }
}
