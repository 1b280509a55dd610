package io.duckboard.engine.local;

/** The bytes of a request or an answer. They must not be changed. */
@SuppressWarnings("ArrayRecordComponent") // never compared; copying 6 MB for each hand-over would be waste
record Payload(byte[] bytes) {

    /** Lambda's limit for a synchronous request, in bytes. */
    static final int MAX_REQUEST = 6 * 1024 * 1024;

    /** Lambda's limit for an answer, in bytes: 6 MB, and 100 bytes for its envelope. */
    static final int MAX_ANSWER = MAX_REQUEST + 100;

    @Override
    public String toString() {
        return "Payload[" + bytes.length + " bytes]";
    }
}
