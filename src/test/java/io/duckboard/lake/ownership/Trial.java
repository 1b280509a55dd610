package io.duckboard.lake.ownership;

import io.duckboard.engine.catalog.LakeLayout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/** A sequence of steps at one or more lakes, and what must be true after each step and at the end. */
final class Trial {

    /** Longer than Duckboard keeps any file that nothing names. */
    private static final Duration LONG = Duration.ofDays(3);

    private final String name;
    private final Random random;
    private final MovedClock clock;
    private final List<Lake> lakes;
    private final List<String> told = new ArrayList<>();

    /** @param sites the places of the lake: the lake itself, and its workspace if that is separate */
    record Lake(Session session, List<Site> sites) {
        Lake {
            sites = List.copyOf(sites);
        }

        List<Place> places() {
            return sites.stream().map(Site::place).toList();
        }
    }

    /** @param name explains how to repeat the trial */
    Trial(String name, Random random, MovedClock clock, List<Lake> lakes) {
        this.name = name;
        this.random = random;
        this.clock = clock;
        this.lakes = List.copyOf(lakes);
    }

    /** @throws AssertionError with its name and the steps so far, if a file of others has changed */
    void run(List<Step> steps) {
        for (Step step : steps) {
            clock.moveOn(step.after());
            perform(lakes.get(step.lake()), step);
        }
    }

    /** @throws AssertionError if a file of Duckboard's own still exists after its time */
    void end() {
        for (int lake = 0; lake < lakes.size(); lake++) {
            end(lake);
        }
    }

    private void end(int index) {
        Lake lake = lakes.get(index);
        // The second pass removes files that the first pass takes out of the catalog.
        for (int times = 0; times < 2; times++) {
            clock.moveOn(LONG);
            perform(lake, new Step(LONG, index, new Action.Refresh(List.of())));
            if (lake.sites().size() > 1) {
                told.add("lake refresh of the lake itself: " + lake.session().refreshTheLakeItself());
            }
        }
        perform(lake, new Step(Duration.ZERO, index, new Action.Query(Action.Engine.COLD)));
        List<SortedMap<String, String>> before =
                lake.places().stream().map(Place::files).toList();
        perform(lake, new Step(Duration.ZERO, index, new Action.Export(Action.Engine.WARM, "csv")));
        var left = new ArrayList<String>();
        var published = new PublishedFiles(lake.places());
        for (int at = 0; at < before.size(); at++) {
            Site site = lake.sites().get(at);
            Set<String> young = young(site.place(), before.get(at));
            left.addAll(site.left(published.in(site.place()), young));
        }
        expectNone(left);
    }

    /** The files that the last export wrote still have time to live. */
    private static Set<String> young(Place place, SortedMap<String, String> before) {
        var young = new HashSet<>(place.files().keySet());
        young.removeAll(before.keySet());
        young.removeIf(path ->
                Stream.of(LakeLayout.RESULTS, LakeLayout.JOURNAL).noneMatch(folder -> path.startsWith(folder + "/")));
        return young;
    }

    private void perform(Lake lake, Step step) {
        List<Place> others = lakes.stream()
                .filter(other -> !other.equals(lake))
                .flatMap(other -> other.places().stream())
                .toList();
        List<SortedMap<String, String>> before =
                others.stream().map(Place::files).toList();
        told.add(step + ": "
                + (step.action() instanceof Action.Overwrite(int file)
                        ? overwrite(lake.sites().getLast(), lake, file)
                        : lake.session().perform(step.action())));
        var harm = new ArrayList<String>();
        lake.sites().forEach(site -> harm.addAll(site.harm()));
        for (int other = 0; other < others.size(); other++) {
            String where = "Another lake, " + others.get(other).location() + ": ";
            Difference.of(before.get(other), others.get(other).files()).forEach(line -> harm.add(where + line));
        }
        expectNone(harm);
    }

    private String overwrite(Site site, Lake lake, int file) {
        Set<String> there = site.place().files().keySet();
        List<String> own = Stream.concat(
                        new PublishedFiles(lake.places()).in(site.place()).stream(),
                        Stream.of("dashboard/my_view.parquet"))
                .filter(path -> there.contains(path) && !site.isForeign(path))
                .sorted()
                .toList();
        ForeignFile theirs = own.isEmpty()
                ? new ForeignTree(random).drawOne()
                : ForeignFile.now(own.get(file % own.size()), ForeignBytes.table(random));
        site.put(List.of(theirs));
        return theirs.toString();
    }

    private void expectNone(List<String> wrong) {
        if (!wrong.isEmpty()) {
            throw new AssertionError("%s%n%n%s, after these steps:%n%s"
                    .formatted(String.join("\n", wrong), name, String.join("\n", told)));
        }
    }
}
