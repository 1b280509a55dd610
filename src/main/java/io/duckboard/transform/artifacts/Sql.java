package io.duckboard.transform.artifacts;

import io.duckboard.engine.catalog.journal.Sha256;

/** The SQL of a node, before and after its compilation. */
final class Sql {

    private Sql() {}

    static Members addTo(Members members, String raw, String compiled) {
        return members.put("language", "sql")
                .put("raw_code", raw)
                .put("compiled", true)
                .put("compiled_code", compiled);
    }

    /** Like dbt, takes the checksum of the text without white space at its ends. */
    static Members checksum(String raw) {
        return new Members().put("name", "sha256").put("checksum", Sha256.of(raw.strip()));
    }

    static Members noChecksum() {
        return new Members().put("name", "none").put("checksum", "");
    }
}
