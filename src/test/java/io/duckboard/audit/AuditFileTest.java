package io.duckboard.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duckboard.engine.failure.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file takes whole lines, only the owner reads it, and it makes room for the next by day and by size. */
class AuditFileTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-11-30");

    @TempDir
    private Path folder;

    @Test
    void isForItsOwnerAloneAndSoIsAFolderThatItMakes() throws IOException {
        AuditFile file = open("new/audit.jsonl", 1_000);

        file.append("one\n", MONDAY);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("new/audit.jsonl"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("new"))))
                .isEqualTo("rwx------");
    }

    @Test
    void beginsAnotherWhenItIsFull() throws IOException {
        AuditFile file = open("audit.jsonl", 10);
        for (String line : List.of("one 1\n", "two 2\n", "three 3\n")) {
            file.append(line, MONDAY);
        }

        assertThat(file.parts()).extracting(AuditFile.Part::number).containsExactly(3, 2, 1);
        assertThat(folder.resolve("audit-000001-2026-11-30.jsonl")).hasContent("one 1");
        assertThat(folder.resolve("audit-000002-2026-11-30.jsonl")).hasContent("two 2");
        assertThat(folder.resolve("audit.jsonl")).hasContent("three 3");
    }

    @Test
    void beginsAnotherOnAnotherDayAlsoAfterARestart() throws IOException {
        String line = AuditJson.write(new AuditLines(AuditLines.SqlText.LEFT_OUT)
                .of(new AuditEvent.Setting("x"), MONDAY.atStartOfDay().toInstant(ZoneOffset.UTC)));
        open("audit.jsonl", 1_000).append(line, MONDAY);

        AuditFile file = open("audit.jsonl", 1_000);
        file.append("tuesday\n", MONDAY.plusDays(1));

        assertThat(folder.resolve("audit-000001-2026-11-30.jsonl")).hasContent(line);
        assertThat(folder.resolve("audit.jsonl")).hasContent("tuesday");
    }

    @Test
    void keepsAsManyAsItIsTold() throws IOException {
        AuditFile file = AuditFile.open(folder.resolve("audit.jsonl"), 1, 3);
        Files.writeString(folder.resolve("audit-of-somebody.jsonl"), "not ours");
        Files.writeString(folder.resolve("audit-000001-2026-99-99.jsonl"), "not ours either");
        for (int i = 1; i <= 6; i++) {
            file.append(i + "\n", MONDAY);
        }

        assertThat(file.parts()).extracting(AuditFile.Part::number).containsExactly(6, 5, 4, 3);
        assertThat(folder.resolve("audit-of-somebody.jsonl")).exists();
        assertThat(folder.resolve("audit-000001-2026-99-99.jsonl")).exists();
    }

    @Test
    void goesOnInAFileThatSomebodyElseHasMovedAway() throws IOException {
        AuditFile file = open("audit.jsonl", 1_000);
        file.append("one\n", MONDAY);

        Files.move(folder.resolve("audit.jsonl"), folder.resolve("elsewhere"));
        file.append("two\n", MONDAY);

        assertThat(folder.resolve("audit.jsonl")).hasContent("two");
    }

    @Test
    void beginsOnALineOfItsOwnAfterACrash() throws IOException {
        Files.writeString(folder.resolve("audit.jsonl"), "{\"at\":\"2026-11");

        AuditFile file = open("audit.jsonl", 1_000_000);
        file.append("two\n", MONDAY);

        assertThat(Files.readAllLines(file.parts().getFirst().path())).contains("two");
    }

    @Test
    void saysAtTheStartThatItCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("file"), "");

        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> open("file/audit.jsonl", 1_000))
                .withMessageContaining("The audit cannot be written to ")
                .satisfies(failure -> assertThat(failure.hint()).contains("DUCKBOARD_AUDIT"));
    }

    private AuditFile open(String name, long mostBytes) {
        return AuditFile.open(folder.resolve(name), mostBytes, 100);
    }
}
