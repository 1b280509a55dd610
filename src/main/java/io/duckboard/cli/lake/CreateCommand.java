package io.duckboard.cli.lake;

import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.lake.store.Creation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.jr.ob.JSON;

@Command(
        name = "create",
        description =
                "Make the lake: a folder, or a private and encrypted bucket that cleans up after itself. Again is fine.",
        mixinStandardHelpOptions = true)
final class CreateCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options;

    CreateCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() {
        LakeLocation lake = options.lake();
        Creation creation = Creation.of(lake, options.environment());
        options.terminal().out().println(options.json() ? json(lake, creation) : text(creation));
        return ExitCode.DONE;
    }

    private static String text(Creation creation) {
        List<String> lines = creation.steps().stream()
                .map(step -> switch (step.state()) {
                    case MADE -> "made     " + step.what() + ".";
                    case THERE -> "is so    " + step.what() + ".";
                    case LEFT -> "left     " + step.what() + ".";
                    case WITHDRAWN -> "ended    " + step.what() + ".";
                    case REFUSED -> "without  " + step.what() + ".";
                })
                .toList();
        return String.join(System.lineSeparator(), lines);
    }

    private static String json(LakeLocation lake, Creation creation) {
        var members = new LinkedHashMap<String, Object>();
        members.put("lake", lake.toString());
        members.put(
                "steps",
                creation.steps().stream()
                        .map(step -> {
                            var each = new LinkedHashMap<String, Object>();
                            each.put("state", step.state().name().toLowerCase(Locale.ROOT));
                            each.put("what", step.what());
                            return each;
                        })
                        .toList());
        return JSON.std.asString(members);
    }
}
