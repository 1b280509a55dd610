package io.duckboard.deploy.stack;

import io.duckboard.aws.AwsError;
import io.duckboard.aws.Sentence;
import io.duckboard.deploy.aws.Aws;
import io.duckboard.deploy.aws.AwsFailures;
import io.duckboard.engine.failure.FailureException;
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

/** Asks CloudFormation what a template would change, and has it make the changes. */
public final class ChangeSets {

    /** How often to check whether a frame is gone, which takes half a minute in all. */
    private static final int MOST_LOOKS = 15;

    private final Aws aws;
    private final Stacks stacks;
    private final String stack;

    public ChangeSets(Aws aws, String stack) {
        this.aws = aws;
        this.stacks = new Stacks(aws);
        this.stack = stack;
    }

    /**
     * Creates a change set. This changes nothing yet, except that a new stack gets its frame.
     *
     * @return nothing if nothing would change
     */
    public Optional<ChangeSet> make(TemplateSource template, Map<String, String> parameters) {
        Optional<StackState> before = stacks.find(stack);
        boolean isNew = before.map(StackState::isEmpty).orElse(true);
        var request = CreateChangeSetRequest.builder()
                .stackName(stack)
                .changeSetName("duckboard-" + UUID.randomUUID())
                .changeSetType(isNew ? ChangeSetType.CREATE : ChangeSetType.UPDATE)
                .capabilities(Capability.CAPABILITY_IAM)
                .tags(Tag.builder().key(StackState.TAG).value(stack).build())
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
        CreateChangeSetResponse made = translating(() -> aws.cloudFormation().createChangeSet(request.build()));
        return ready(made.id(), made.stackId(), before.isEmpty());
    }

    /** Makes the changes, and waits for the end. */
    public StackChange execute(ChangeSet changes, StackProgress progress) {
        // The token lets CloudFormation recognise a request that is repeated after a lost answer.
        String token = UUID.randomUUID().toString();
        return Following.from(stacks, changes.stackId(), progress)
                .during(() -> translating(() -> aws.cloudFormation()
                        .executeChangeSet(
                                execute -> execute.changeSetName(changes.id()).clientRequestToken(token))));
    }

    /** Deletes the change set, and the frame of a new stack with it. */
    public void discard(ChangeSet changes) {
        discard(changes.id(), changes.stackId(), changes.madeTheFrame());
    }

    private Optional<ChangeSet> ready(String id, String stackId, boolean madeTheFrame) {
        while (true) {
            DescribeChangeSetResponse now =
                    translating(() -> aws.cloudFormation().describeChangeSet(ask -> ask.changeSetName(id)));
            switch (now.status()) {
                case CREATE_COMPLETE -> {
                    return Optional.of(new ChangeSet(id, stackId, madeTheFrame, changes(id)));
                }
                case FAILED -> {
                    String reason = FailedValidation.reason(aws, id, String.valueOf(now.statusReason()));
                    discard(id, stackId, madeTheFrame);
                    return nothing(reason);
                }
                default -> Following.pause();
            }
        }
    }

    private static Optional<ChangeSet> nothing(String reason) {
        if (reason.contains("didn't contain changes") || reason.contains("No updates are to be performed")) {
            return Optional.empty();
        }
        throw new FailureException(
                "CloudFormation cannot make this of the stack: " + Sentence.of(reason) + " Nothing was changed.",
                FailureHints.of(reason));
    }

    private List<PlannedChange> changes(String id) {
        return translating(
                () -> aws.cloudFormation().describeChangeSetPaginator(ask -> ask.changeSetName(id)).changes().stream()
                        .map(PlannedChange::of)
                        .toList());
    }

    private void discard(String id, String stackId, boolean withFrame) {
        translating(() -> aws.cloudFormation().deleteChangeSet(delete -> delete.changeSetName(id)));
        if (withFrame && isBareFrame(stackId)) {
            translating(() -> aws.cloudFormation().deleteStack(delete -> delete.stackName(stackId)));
            // Waits until the frame is gone, so that the next command does not find it while it is being deleted.
            for (int looks = 0; looks < MOST_LOOKS && !isGone(stackId); looks++) {
                Following.pause();
            }
        }
    }

    /** By now, another deployment may have added its own change set to the frame, or may be creating the stack. */
    private boolean isBareFrame(String stackId) {
        return stacks.find(stackId).filter(StackState::isEmpty).isPresent()
                && translating(() ->
                        aws
                                .cloudFormation()
                                .listChangeSetsPaginator(list -> list.stackName(stackId))
                                .summaries()
                                .stream()
                                .findAny()
                                .isEmpty());
    }

    private boolean isGone(String stackId) {
        return stacks.find(stackId).map(StackState::isGone).orElse(true);
    }

    private <T> T translating(Supplier<T> question) {
        return AwsFailures.translating(aws.region(), () -> {
            try {
                return question.get();
            } catch (CloudFormationException e) {
                throw isOvertaken(e) ? overtaken(e) : e;
            }
        });
    }

    /** Returns whether another deployment has begun since this one checked. */
    private static boolean isOvertaken(CloudFormationException refusal) {
        String code = AwsError.code(refusal);
        return code.equals("InvalidChangeSetStatus")
                || code.equals("ChangeSetNotFound")
                || code.equals("OperationInProgressException")
                || AwsError.sentence(refusal).contains("_IN_PROGRESS state and can not be updated")
                || AwsError.sentence(refusal).contains("already exists and cannot be created again");
    }

    private FailureException overtaken(CloudFormationException cause) {
        return new FailureException(
                "The stack " + stack + " is being changed by another deployment.",
                "Wait until it is over (duckboard status tells), then run the same command again.",
                cause);
    }
}
