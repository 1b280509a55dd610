package io.duckboard.deploy;

import io.duckboard.deploy.aws.Aws;
import io.duckboard.deploy.code.CodeBucket;
import io.duckboard.deploy.code.EnginePackage;
import io.duckboard.deploy.price.MonthlyPrice;
import io.duckboard.deploy.price.MonthlyUse;
import io.duckboard.deploy.stack.ChangeSet;
import io.duckboard.deploy.stack.ChangeSets;
import io.duckboard.deploy.stack.PlannedChange;
import io.duckboard.deploy.stack.Removal;
import io.duckboard.deploy.stack.StackChange;
import io.duckboard.deploy.stack.StackProgress;
import io.duckboard.deploy.stack.StackState;
import io.duckboard.deploy.stack.Stacks;
import io.duckboard.deploy.stack.Template;
import io.duckboard.deploy.stack.TemplateSource;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.format.Figures;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * Deploys the engine to AWS as one stack. It creates the stack, or updates it to what this version of Duckboard
 * deploys.
 */
public final class Deployment {

    private final Aws aws;
    private final StackNames names;
    private final DeployOptions options;
    private final EnginePackage code;
    private final SchedulePlan plan;
    private final StackProgress progress;
    private final Clock clock;
    private final Stacks stacks;
    private final ChangeSets changeSets;
    private final CodeBucket bucket;
    private final Template template = Template.shipped();

    /** @throws FailureException if the name is not valid for a stack */
    public Deployment(
            Aws aws,
            DeployOptions options,
            EnginePackage code,
            SchedulePlan plan,
            StackProgress progress,
            Clock clock) {
        this.aws = aws;
        this.names = new StackNames(options.stack(), aws);
        this.options = options;
        this.code = code;
        this.plan = plan;
        this.progress = progress;
        this.clock = clock;
        this.stacks = new Stacks(aws);
        this.changeSets = new ChangeSets(aws, options.stack());
        this.bucket = new CodeBucket(aws, names.codeBucket());
    }

    /**
     * Returns what {@link #run} would do, and leaves everything as it is.
     *
     * @throws FailureException if the deployment would not be possible
     */
    public Planned plan(MonthlyUse use) {
        Optional<StackState> stack = stacks.find(options.stack());
        refuseIfNotToBeChanged(stack);
        Prepared prepared = prepared(stack);
        boolean hasBucket = bucket.isThere();
        Optional<String> first = first(stack);
        return new Planned(
                options.stack(),
                aws.region(),
                prepared.deployed().isEmpty(),
                prepared.lake().lake(),
                !hasBucket || !bucket.has(code.key()),
                first,
                first.isPresent() ? List.of() : changes(prepared, hasBucket),
                MonthlyPrice.of(use, prepared.parameters()));
    }

    /** Returns what must be done before CloudFormation can say what would change. */
    private Optional<String> first(Optional<StackState> stack) {
        return stack.filter(StackState::isUnusable)
                .map(left -> "What is left of it (" + left.status() + ") would be removed, and all of it made anew.")
                .or(() -> stack.filter(StackState::isStuck)
                        .map(_ ->
                                "Its failed update would be undone first; what changes then is known only after it."));
    }

    private List<PlannedChange> changes(Prepared prepared, boolean hasBucket) {
        progress.step("Asking CloudFormation what would change");
        boolean isLarge = bytes(prepared.template()) > TemplateSource.MOST_BYTES;
        // If there is no bucket for a large template, the stack is new, so what its schedule would send makes no
        // difference.
        TemplateSource source =
                isLarge && !hasBucket ? new TemplateSource.Body(json(prepared.parameters(), "{}")) : source(prepared);
        try {
            Optional<ChangeSet> changes = changeSets.make(source, prepared.parameters());
            changes.ifPresent(changeSets::discard);
            return changes.map(ChangeSet::changes).orElse(List.of());
        } finally {
            if (source instanceof TemplateSource.Url) {
                bucket.removeTemplate(prepared.template());
            }
        }
    }

    /**
     * Deploys the engine and waits for the end.
     *
     * @throws FailureException if the deployment failed; the earlier state is restored
     */
    public Deployed run() {
        Prepared prepared = prepared(usable());
        upload();
        progress.step("Asking CloudFormation what has to change");
        Optional<ChangeSet> changes = changeSets.make(source(prepared), prepared.parameters());
        if (changes.isEmpty()) {
            return deployed(prepared, false);
        }
        // CloudFormation may report that a template differs although none of its resources does.
        if (changes.get().changes().isEmpty() && prepared.isAsDeployed()) {
            changeSets.discard(changes.get());
            return deployed(prepared, false);
        }
        progress.step("Changing the stack " + options.stack() + " ("
                + changes.get().changes().size() + " resources)");
        StackChange change = changeSets.execute(changes.get(), progress);
        if (!change.isDone()) {
            throw FailedChange.of(options.stack(), change, prepared.deployed().isEmpty());
        }
        return deployed(prepared, true);
    }

    private Deployed deployed(Prepared prepared, boolean changed) {
        StackState now = stacks.find(options.stack())
                .orElseThrow(() -> new FailureException(
                        "The stack " + options.stack() + " was deleted meanwhile.", "Run the same command again."));
        if (!prepared.lake().made()) {
            new EarlierBucketRules(aws, progress).withdraw(prepared.lake().lake());
        }
        return Deployed.of(names, changed, prepared, now);
    }

    /**
     * Returns the stack in a state from which an update can start. States that earlier failures left are cleaned up
     * first.
     */
    private Optional<StackState> usable() {
        Optional<StackState> stack = stacks.find(options.stack());
        refuseIfNotToBeChanged(stack);
        if (stack.isEmpty()) {
            return stack;
        }
        if (stack.get().isUnusable()) {
            progress.step("Removing what is left of the stack " + options.stack() + " ("
                    + stack.get().status() + ")");
            new Removal(aws, progress).of(stack.get());
            return Optional.empty();
        }
        if (stack.get().isStuck()) {
            progress.step("Bringing the stack " + options.stack() + " back to what it was");
            new Removal(aws, progress).unstick(stack.get());
            return stacks.find(options.stack());
        }
        return stack;
    }

    private void refuseIfNotToBeChanged(Optional<StackState> stack) {
        stack.ifPresent(StackState::refuseIfForeign);
        if (stack.filter(StackState::isUnderWay).isPresent()) {
            throw new FailureException(
                    "The stack " + options.stack() + " is being changed already ("
                            + stack.get().status() + ").",
                    "Wait until it is over (duckboard status tells), then run the same command again.");
        }
    }

    private Prepared prepared(Optional<StackState> stack) {
        Optional<StackState> deployed = stack.filter(known -> !known.isEmpty() && !known.isUnusable());
        LakeChoice lake = LakeChoice.of(aws, names, options.lake(), deployed);
        Map<String, String> parameters = new TreeMap<>(template.parameters());
        deployed.map(StackState::parameters).orElse(Map.of()).forEach(parameters::replace);
        parameters.putAll(options.parameters());
        parameters.putAll(EarlierLayout.parameters(deployed, clock));
        parameters.putAll(lake.parameters());
        parameters.putAll(Concurrency.of(aws, options.concurrency(), deployed).parameters());
        parameters.put("CodeBucket", bucket.name());
        parameters.put("CodeKey", code.key());
        String scheduled = parameters.getOrDefault("Schedule", "").isEmpty() ? "{}" : plan.over(lake.lake());
        return new Prepared(deployed, lake, parameters, json(parameters, scheduled));
    }

    private String json(Map<String, String> parameters, String scheduled) {
        return template.json(parameters, code.sha256(), scheduled);
    }

    private void upload() {
        bucket.make();
        if (!bucket.has(code.key())) {
            progress.step("Uploading the engine (" + Figures.size(code.bytes()) + ")");
            bucket.put(code.key(), RequestBody.fromFile(code.file()));
        }
    }

    private TemplateSource source(Prepared prepared) {
        if (bytes(prepared.template()) <= TemplateSource.MOST_BYTES) {
            return new TemplateSource.Body(prepared.template());
        }
        return new TemplateSource.Url(bucket.putTemplate(prepared.template()));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
