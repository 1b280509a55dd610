package io.duckboard.testing.cloud;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** As much of CBOR (RFC 8949) as CloudWatch's answers need: maps, lists, texts and doubles. */
public final class Cbor {

    private static final int TEXT = 3;
    private static final int LIST = 4;
    private static final int MAP = 5;
    private static final int DOUBLE = 0xfb;

    private Cbor() {}

    public static String hex(Object value) {
        var bytes = new ByteArrayOutputStream();
        write(value, bytes);
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    private static void write(Object value, ByteArrayOutputStream bytes) {
        switch (value) {
            case Map<?, ?> map -> {
                head(MAP, map.size(), bytes);
                map.forEach((key, member) -> {
                    write(key, bytes);
                    write(member, bytes);
                });
            }
            case List<?> list -> {
                head(LIST, list.size(), bytes);
                list.forEach(member -> write(member, bytes));
            }
            case Double number -> {
                bytes.write(DOUBLE);
                bytes.writeBytes(
                        ByteBuffer.allocate(Double.BYTES).putDouble(number).array());
            }
            default -> {
                byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
                head(TEXT, text.length, bytes);
                bytes.writeBytes(text);
            }
        }
    }

    /** Lengths up to 255. */
    private static void head(int kind, int length, ByteArrayOutputStream bytes) {
        if (length < 24) {
            bytes.write(kind << 5 | length);
        } else {
            bytes.write(kind << 5 | 24);
            bytes.write(length);
        }
    }
}
