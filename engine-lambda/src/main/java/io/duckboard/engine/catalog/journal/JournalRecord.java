package io.duckboard.engine.catalog.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A record of what one step of a run writes.
 *
 * @param run the id shared by all records of a load or of a run of the transform
 * @param at when the step began
 * @param entries the files that are not known to be gone
 */
public record JournalRecord(UUID run, Instant at, List<Entry> entries) {

    public JournalRecord {
        entries = List.copyOf(entries);
    }

    /** Whether the result is known for every file. */
    boolean isFinished() {
        return entries.stream().allMatch(entry -> entry.written().isPresent());
    }

    /** Adds the results of the entries. The entry of a folder is replaced with entries for its files. */
    JournalRecord written(Map<String, Written> files) {
        var now = new ArrayList<Entry>();
        for (Entry entry : entries) {
            List<Entry> come = entry.isFolder() ? below(entry, files) : at(entry, files);
            now.addAll(come.isEmpty() ? List.of(entry) : come);
        }
        return new JournalRecord(run, at, now);
    }

    private static List<Entry> below(Entry folder, Map<String, Written> files) {
        return files.entrySet().stream()
                .filter(file -> folder.covers(file.getKey()))
                .map(file -> folder.at(file.getKey(), file.getValue()))
                .toList();
    }

    private static List<Entry> at(Entry entry, Map<String, Written> files) {
        return Optional.ofNullable(files.get(entry.path())).map(file -> entry.at(entry.path(), file)).stream()
                .toList();
    }

    JournalRecord without(Set<String> gone) {
        return new JournalRecord(
                run,
                at,
                entries.stream().filter(entry -> !gone.contains(entry.path())).toList());
    }
}
