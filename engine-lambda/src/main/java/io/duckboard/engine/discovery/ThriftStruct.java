package io.duckboard.engine.discovery;

import java.nio.ByteBuffer;

/**
 * The fields of a struct in Thrift's compact protocol, in which Parquet writes its footers. Fields are read in the
 * order of their numbers, and what is not asked for is skipped.
 *
 * <p>Source: <a href="https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md">the
 * protocol's specification</a>.
 */
final class ThriftStruct {

    private static final int STOP = 0;
    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int BYTE = 3;
    private static final int DOUBLE = 7;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int SET = 10;
    private static final int MAP = 11;
    private static final int STRUCT = 12;
    private static final int UUID = 13;

    /** A schema's structs lie three deep. */
    private static final int DEEPEST = 64;

    private final ByteBuffer bytes;
    private int field;

    ThriftStruct(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** The number in a field of one of the integer types. */
    long number(int id) {
        int type = find(id);
        if (type <= BYTE || type >= DOUBLE) {
            throw new IllegalArgumentException("Field " + id + " is no number");
        }
        long zigzag = varint();
        return (zigzag >>> 1) ^ -(zigzag & 1);
    }

    /** The bytes of a list. */
    byte[] list(int id) {
        int type = find(id);
        if (type != LIST) {
            throw new IllegalArgumentException("Field " + id + " is no list");
        }
        int start = bytes.position();
        skip(type, 0);
        byte[] list = new byte[bytes.position() - start];
        bytes.get(start, list);
        return list;
    }

    /** Reads over all other fields, to see that they are whole. */
    void skipRest() {
        skipStruct(0);
    }

    private int find(int id) {
        while (true) {
            int header = bytes.get() & 0xff;
            int type = header & 0x0f;
            if (type == STOP) {
                throw new IllegalArgumentException("Field " + id + " is missing");
            }
            field = header >> 4 == 0 ? (int) zigzag() : field + (header >> 4);
            if (field == id) {
                return type;
            }
            if (field > id) {
                throw new IllegalArgumentException("Field " + id + " is missing");
            }
            skip(type, 0);
        }
    }

    private void skip(int type, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("Structs lie too deep");
        }
        switch (type) {
            case TRUE, FALSE -> {
                // The type is the value.
            }
            case BYTE -> skipBytes(1);
            case DOUBLE -> skipBytes(8);
            case UUID -> skipBytes(16);
            case BINARY -> skipBytes(varint());
            case LIST, SET -> skipList(depth);
            case MAP -> skipMap(depth);
            case STRUCT -> skipStruct(depth);
            default -> varint();
        }
    }

    private void skipList(int depth) {
        int header = bytes.get() & 0xff;
        long size = header >> 4 == 0x0f ? varint() : header >> 4;
        for (long i = 0; i < size; i++) {
            skipElement(header & 0x0f, depth);
        }
    }

    private void skipMap(int depth) {
        long size = varint();
        int types = size == 0 ? 0 : bytes.get() & 0xff;
        for (long i = 0; i < size; i++) {
            skipElement(types >> 4, depth);
            skipElement(types & 0x0f, depth);
        }
    }

    /** In a list, a truth value takes a byte. */
    private void skipElement(int type, int depth) {
        skip(type == TRUE || type == FALSE ? BYTE : type, depth + 1);
    }

    private void skipStruct(int depth) {
        for (int header = bytes.get() & 0xff; (header & 0x0f) != STOP; header = bytes.get() & 0xff) {
            if (header >> 4 == 0) {
                varint();
            }
            skip(header & 0x0f, depth + 1);
        }
    }

    private void skipBytes(long count) {
        if (count < 0 || count > bytes.remaining()) {
            throw new IllegalArgumentException("A value ends after the footer");
        }
        bytes.position(bytes.position() + (int) count);
    }

    private long zigzag() {
        long value = varint();
        return (value >>> 1) ^ -(value & 1);
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = bytes.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("A number has too many bytes");
    }
}
