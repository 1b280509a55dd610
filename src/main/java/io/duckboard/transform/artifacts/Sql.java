package io.duckboard.transform.artifacts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SQL of a node, before and after its compilation. */
final class Sql {

    private Sql() {}

    static Members addTo(Members members, String raw, String compiled) {
        return members.put("language", "sql")
                .put("raw_code", raw)
                .put("compiled", true)
                .put("compiled_code", compiled);
    }

    /** As dbt does: of the text without white space at its ends. */
    static Members checksum(String raw) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(raw.strip().getBytes(StandardCharsets.UTF_8));
            return new Members()
                    .put("name", "sha256")
                    .put("checksum", HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }

    static Members noChecksum() {
        return new Members().put("name", "none").put("checksum", "");
    }
}
