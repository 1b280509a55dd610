package io.duckboard.engine.local;

import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.catalog.journal.HeldFolder;
import io.duckboard.engine.local.FunctionDefinition.WorkerFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The files that dead workers have left unfinished in their workspace, mainly half-written answers. */
final class LeftRooms {

    private static final System.Logger LOG = System.getLogger(LeftRooms.class.getName());

    private LeftRooms() {}

    /** Removes them. Rooms of living workers are held and stay. */
    static void remove(WorkerFunction function) {
        Optional<String> place = Optional.ofNullable(function.environment().get(Workspace.VARIABLE))
                .or(() -> Optional.ofNullable(function.environment().get("DUCKBOARD_LAKE")));
        if (place.map(LakeLocation::parse).orElse(null) instanceof LakeLocation.Folder folder) {
            try {
                HeldFolder.removeAbandoned(folder.path());
            } catch (IOException | UncheckedIOException e) {
                // The next engine for the lake tries again when it starts.
                LOG.log(System.Logger.Level.WARNING, "What a worker has left in " + folder + " is still there", e);
            }
        }
    }
}
