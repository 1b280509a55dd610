package io.duckboard.engine.local;

import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.catalog.journal.HeldFolder;
import io.duckboard.engine.local.FunctionDefinition.WorkerFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** What workers that died in the midst of their work have left in their workspace, half-written answers above all. */
final class LeftRooms {

    private static final System.Logger LOG = System.getLogger(LeftRooms.class.getName());

    private LeftRooms() {}

    /** Removes them; those of workers that live are held. */
    static void remove(WorkerFunction function) {
        Optional<String> place = Optional.ofNullable(function.environment().get(Workspace.VARIABLE))
                .or(() -> Optional.ofNullable(function.environment().get("DUCKBOARD_LAKE")));
        if (place.map(LakeLocation::parse).orElse(null) instanceof LakeLocation.Folder folder) {
            try {
                HeldFolder.removeAbandoned(folder.path());
            } catch (IOException | UncheckedIOException e) {
                // The next engine over the lake tries again when it starts.
                LOG.log(System.Logger.Level.WARNING, "What a worker has left in " + folder + " is still there", e);
            }
        }
    }
}
