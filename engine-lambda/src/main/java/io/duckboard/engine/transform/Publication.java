package io.duckboard.engine.transform;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.store.Published;
import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.lake.ModelStore;
import io.duckboard.engine.protocol.BuiltModel;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Materialization;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.TransformAnswer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Publishes everything that a run built at once, by one swap of the catalog. Copies are written afterwards. */
record Publication(ModelStore store, LakeEngine engine, UUID run, Clock clock) {

    /** Others may publish in between, each of them once. */
    private static final int ATTEMPTS = 10;

    TransformAnswer.Published of(Instant begunAt, List<BuiltModel> built) throws LakeException, FailedException {
        check(built);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Published> before = store.published();
            Catalog known = before.isPresent() ? before.get().catalog() : engine.catalog();
            var sweep = new Sweep(store, store.ownership(before), known, clock);
            Catalog next = next(known, begunAt, built, sweep);
            if (store.publish(next, before)) {
                List<String> notes = copies(built);
                swept(sweep, before.isEmpty(), next).ifPresent(notes::add);
                return new TransformAnswer.Published(notes);
            }
        }
        throw new FailedException(Problem.of(
                ErrorCode.BUSY, "Others publish into this lake all the time.", "Nothing was changed: run again."));
    }

    /** Data that comes with a request is not trusted. */
    private void check(List<BuiltModel> built) throws LakeException, FailedException {
        Set<String> existing = store.existing(built.stream()
                .flatMap(model -> model.files().stream())
                .map(Catalog.File::path)
                .toList());
        for (BuiltModel model : built) {
            if (!existing.containsAll(
                    model.files().stream().map(Catalog.File::path).toList())) {
                throw new FailedException(Problem.of(
                        ErrorCode.FILE_MISSING,
                        "What was built of model " + model.model().name() + " is not in the lake.",
                        "Nothing was changed: run again."));
            }
        }
    }

    private Catalog next(Catalog known, Instant begunAt, List<BuiltModel> built, Sweep sweep) throws FailedException {
        for (BuiltModel model : built) {
            ModelBuild.refuseForeign(model.model(), known);
            refuseOlder(model, known, begunAt);
        }
        Set<String> names = names(built);
        List<Catalog.Table> tables = Stream.concat(
                        known.tables().stream().filter(table -> !names.contains(lower(table.name()))),
                        built.stream()
                                .filter(Predicate.not(Publication::isView))
                                .map(model -> model.table(begunAt)
                                        .with(file -> sweep.passes(file) ? file.asWritten() : file.asFound())))
                .toList();
        List<Catalog.View> views = Stream.concat(
                        known.views().stream().filter(view -> !names.contains(lower(view.name()))),
                        built.stream().filter(Publication::isView).map(model -> view(model, begunAt)))
                .toList();
        Set<String> copied =
                built.stream().flatMap(model -> model.model().copyTo().stream()).collect(Collectors.toSet());
        Catalog next = known.replacedBy(tables, sorted(views), sweep::passes, clock.instant());
        return new Catalog(
                next.tables(),
                next.views(),
                next.retired().stream()
                        // The copy replaces what was a table's own file, so that file must not be removed later.
                        .filter(old -> !copied.contains(old.file().path()) && !sweep.isRipe(old))
                        .toList(),
                next.leftOut());
    }

    /** Each view comes after those it reads, so that they can be made in this order. */
    private static List<Catalog.View> sorted(List<Catalog.View> views) {
        var sorted = new ArrayList<Catalog.View>();
        views.forEach(view -> add(view, views, sorted));
        return sorted;
    }

    private static void add(Catalog.View view, List<Catalog.View> views, List<Catalog.View> sorted) {
        if (sorted.contains(view)) {
            return;
        }
        views.stream()
                .filter(other -> !other.equals(view) && view.builtFrom().contains(other.name()))
                .filter(other -> !other.builtFrom().contains(view.name()))
                .forEach(other -> add(other, views, sorted));
        if (!sorted.contains(view)) {
            sorted.add(view);
        }
    }

    private static void refuseOlder(BuiltModel model, Catalog known, Instant begunAt) throws FailedException {
        String name = model.model().name();
        boolean newer = known.table(name)
                        .filter(table -> table.builtAt().isAfter(begunAt))
                        .isPresent()
                || known.view(name)
                        .filter(view -> view.builtAt().isAfter(begunAt))
                        .isPresent();
        if (newer) {
            throw new FailedException(Problem.of(
                    ErrorCode.BUSY,
                    "Another run that began later has published model " + name + " meanwhile.",
                    "What it published is newer, and stays. Run again if need be."));
        }
    }

    /** @return what could not be copied */
    private List<String> copies(List<BuiltModel> built) {
        var notes = new ArrayList<String>();
        for (BuiltModel model : built) {
            model.model().copyTo().flatMap(path -> copy(model, path)).ifPresent(notes::add);
        }
        return notes;
    }

    /** The next publish tries again. */
    private Optional<String> swept(Sweep sweep, boolean isFirst, Catalog next) {
        try {
            sweep.after(isFirst, next);
            return Optional.empty();
        } catch (LakeException e) {
            return Optional.of("Files that no table has any more could not be removed: "
                    + e.problem().message());
        }
    }

    private Optional<String> copy(BuiltModel model, String path) {
        try {
            return store.copy(model.files().getFirst(), path, run)
                    ? Optional.empty()
                    : Optional.of("Model " + model.model().name() + " is published, and " + path
                            + " stays as it is: somebody else has put a file there. duckboard lake refresh takes it in,"
                            + " and once it is removed or moved the next run puts its copy there.");
        } catch (LakeException e) {
            return Optional.of("Model " + model.model().name() + " is published, and its copy " + path
                    + " could not be written: " + e.problem().message());
        }
    }

    private static Catalog.View view(BuiltModel model, Instant begunAt) {
        return new Catalog.View(
                model.model().name(),
                model.model().sql(),
                model.columns(),
                begunAt,
                model.model().builtFrom());
    }

    private static boolean isView(BuiltModel model) {
        return model.model().materialization() == Materialization.VIEW;
    }

    private static Set<String> names(List<BuiltModel> built) {
        return built.stream().map(model -> lower(model.model().name())).collect(Collectors.toSet());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
