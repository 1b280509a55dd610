package io.duckboard.deploy.stack;

import io.duckboard.deploy.aws.Aws;
import io.duckboard.deploy.aws.AwsFailures;
import io.duckboard.deploy.aws.DeployFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** Has CloudFormation find out what a template would change, and change it. */
public final class ChangeSets {

    /** The tag that a stack gives all it makes: which stack it was. */
    public static final String TAG = "duckboard:stack";

    private final Aws aws;
    private final Stacks stacks;
    private final String stack;

    public ChangeSets(Aws aws, String stack) {
        this.aws = aws;
        this.stacks = new Stacks(aws);
        this.stack = stack;
    }

    /**
     * Nothing is changed yet, but that a new stack gets its frame.
     *
     * @return nothing if nothing would change
     */
    public Optional<ChangeSet> make(TemplateSource template, Map<String, String> parameters) {
        boolean isNew = stacks.find(stack).map(StackState::isEmpty).orElse(true);
        var request = CreateChangeSetRequest.builder()
                .stackName(stack)
                .changeSetName("duckboard-" + UUID.randomUUID())
                .changeSetType(isNew ? ChangeSetType.CREATE : ChangeSetType.UPDATE)
                .capabilities(Capability.CAPABILITY_IAM)
                .tags(Tag.builder().key(TAG).value(stack).build())
                .parameters(parameters.entrySet().stream()
                        .map(each -> Parameter.builder()
                                .parameterKey(each.getKey())
                                .parameterValue(each.getValue())
                                .build())
                        .toList());
        switch (template) {
            case TemplateSource.Body(String json) -> request.templateBody(json);
            case TemplateSource.Url(String url) -> request.templateURL(url);
        }
        CreateChangeSetResponse made = told(() -> aws.cloudFormation().createChangeSet(request.build()));
        return ready(made.id(), made.stackId(), isNew);
    }

    /** Does it, and waits for the end. */
    public StackChange execute(ChangeSet changes, StackProgress progress) {
        Following following = Following.from(stacks, changes.stackId(), progress);
        told(() -> aws.cloudFormation().executeChangeSet(execute -> execute.changeSetName(changes.id())));
        return following.toTheEnd();
    }

    /** Forgets it, and the frame of a new stack with it. */
    public void discard(ChangeSet changes) {
        discard(changes.id(), changes.stackId(), changes.ofNewStack());
    }

    private Optional<ChangeSet> ready(String id, String stackId, boolean isNew) {
        while (true) {
            DescribeChangeSetResponse now =
                    told(() -> aws.cloudFormation().describeChangeSet(ask -> ask.changeSetName(id)));
            switch (now.status()) {
                case CREATE_COMPLETE -> {
                    return Optional.of(new ChangeSet(id, stackId, isNew, changes(id)));
                }
                case FAILED -> {
                    discard(id, stackId, isNew);
                    return nothing(String.valueOf(now.statusReason()));
                }
                default -> Following.pause();
            }
        }
    }

    private static Optional<ChangeSet> nothing(String reason) {
        if (reason.contains("didn't contain changes") || reason.contains("No updates are to be performed")) {
            return Optional.empty();
        }
        throw new DeployFailure("CloudFormation cannot make this of the stack: " + reason, "Nothing was changed.");
    }

    private List<PlannedChange> changes(String id) {
        return told(
                () -> aws.cloudFormation().describeChangeSetPaginator(ask -> ask.changeSetName(id)).changes().stream()
                        .map(PlannedChange::of)
                        .toList());
    }

    private void discard(String id, String stackId, boolean withStack) {
        told(() -> aws.cloudFormation().deleteChangeSet(delete -> delete.changeSetName(id)));
        if (withStack) {
            told(() -> aws.cloudFormation().deleteStack(delete -> delete.stackName(stackId)));
        }
    }

    private <T> T told(Supplier<T> question) {
        return AwsFailures.told(aws.region(), () -> {
            try {
                return question.get();
            } catch (CloudFormationException e) {
                throw isOvertaken(e) ? overtaken(e) : e;
            }
        });
    }

    /** Another deployment has begun since this one looked. */
    private static boolean isOvertaken(CloudFormationException refusal) {
        String code = AwsFailures.code(refusal);
        return code.equals("InvalidChangeSetStatus")
                || code.equals("ChangeSetNotFound")
                || code.equals("OperationInProgressException")
                || AwsFailures.sentence(refusal).contains("_IN_PROGRESS state and can not be updated");
    }

    private DeployFailure overtaken(CloudFormationException cause) {
        return new DeployFailure(
                "The stack " + stack + " is being changed by another deployment.",
                "Wait until it is over (duckboard status tells), then run the same command again.",
                cause);
    }
}
