package io.duckboard.cli.lake;

import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.cli.terminal.RaiseOption;
import io.duckboard.client.EnginePing;
import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.FormatRise;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.catalog.store.Published;
import io.duckboard.engine.failure.Failure;
import io.duckboard.engine.failure.FailureException;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Stops a command before it does anything, if its publish would lock an older engine out of a lake on S3. */
record FormatCheck(GlobalOptions options, RaiseOption raise) {

    /**
     * @param written where the command publishes
     * @param now what is published there
     * @throws FailureException if an older engine would or might be locked out
     */
    void before(LakeLocation written, Optional<Published> now) {
        before(written, now, () -> true);
    }

    /** @param publishes whether the command has anything to publish; it is only asked if that would raise the format */
    void before(LakeLocation written, Optional<Published> now, BooleanSupplier publishes) {
        boolean rises = written instanceof LakeLocation.Bucket
                && now.filter(known -> known.catalog().format() < Catalog.FORMAT)
                        .isPresent();
        if (rises && raise.rise(options) == FormatRise.REFUSED && publishes.getAsBoolean()) {
            ask(options.function()
                    .orElseThrow(() -> new FailureException(
                            "This command would write the lake's format " + Catalog.FORMAT
                                    + ", which an older engine that is deployed over it would refuse.",
                            "Name that engine with --function to have it asked, deploy first (make deploy), or give"
                                    + " --raise-format.")));
        }
    }

    private void ask(String function) {
        switch (EnginePing.of(function, options.querySettings().queryTimeout())) {
            case EnginePing.Outcome.Answered(int format) when format >= Catalog.FORMAT -> {}
            case EnginePing.Outcome.Answered(int format) ->
                throw new FailureException(
                        "The engine " + function + " knows the lake's format " + format
                                + " alone, and this command would write format " + Catalog.FORMAT
                                + ", which it refuses.",
                        "Deploy first (make deploy), or give --raise-format.");
            case EnginePing.Outcome.Unanswered(Failure failure) ->
                throw new FailureException(
                        "This command would write the lake's format " + Catalog.FORMAT + ", and the engine " + function
                                + " cannot be asked whether it knows that. "
                                + failure.message(),
                        failure.hint() + " Or give --raise-format.");
        }
    }
}
