package io.duckboard.lake.ownership;

import io.duckboard.engine.catalog.LakeLayout;
import io.duckboard.lake.ownership.ForeignFile.Access;
import io.duckboard.lake.ownership.ForeignFile.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import software.amazon.awssdk.core.SdkBytes;

/** Draws files that could pass for records of Duckboard's and claim others' files as its own. */
final class ForgedRecords {

    private final Random random;

    ForgedRecords(Random random) {
        this.random = random;
    }

    List<ForeignFile> of(List<ForeignFile> victims) {
        var forged = new ArrayList<ForeignFile>();
        for (ForeignFile victim : victims) {
            if (random.nextInt(10) == 0 && !victim.path().startsWith(LakeLayout.JOURNAL)) {
                forged.add(forged(victim));
            }
        }
        return forged;
    }

    /**
     * Forges a record of a different file than exists, of a future version, of a path outside of the lake, or a torn
     * one.
     */
    private ForeignFile forged(ForeignFile victim) {
        String digest = "%064x".formatted(random.nextLong(Long.MAX_VALUE));
        return switch (random.nextInt(5)) {
            case 0 -> file(record(1, victim.path(), ",\"sha256\":\"" + digest + "\""), Claim.RECORD);
            case 1 -> file(record(1, victim.path(), ",\"bytes\":1,\"version\":\"1\""), Claim.RECORD);
            case 2 -> file(record(9, victim.path(), ""), Claim.NONE);
            case 3 -> file(record(1, "../" + victim.path(), ""), Claim.NONE);
            default -> file(record(1, victim.path(), "").substring(0, 60), Claim.NONE);
        };
    }

    private String record(int version, String path, String more) {
        return "{\"version\":%d,\"run\":\"%s\",\"at\":\"2024-01-01T00:00:00Z\",\"files\":[{\"path\":\"%s\"%s}]}\n"
                .formatted(version, id(), path, more);
    }

    private ForeignFile file(String json, Claim claim) {
        String path = random.nextBoolean()
                ? LakeLayout.JOURNAL + "/" + id() + ".json"
                : LakeLayout.JOURNAL + "/passing/1700000000-" + id() + ".json";
        return new ForeignFile(
                path,
                SdkBytes.fromUtf8String(json),
                Instant.now().minus(Duration.ofDays(random.nextInt(400))),
                Access.WRITABLE,
                claim);
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
