package io.duckboard.deploy.stack;

import io.duckboard.deploy.aws.Aws;
import io.duckboard.deploy.aws.AwsFailures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;

/** Reads stacks. */
public final class Stacks {

    private final Aws aws;

    public Stacks(Aws aws) {
        this.aws = aws;
    }

    /**
     * @param stack its name; or its id, by which a deleted one is found too
     * @throws io.duckboard.deploy.aws.DeployFailure if AWS does not say
     */
    public Optional<StackState> find(String stack) {
        return AwsFailures.told(aws.region(), () -> {
            try {
                return aws.cloudFormation().describeStacks(ask -> ask.stackName(stack)).stacks().stream()
                        .findFirst()
                        .map(StackState::of);
            } catch (CloudFormationException e) {
                if (isMissing(e)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** The stack's events after one, oldest first; all of them if that one is none of the stack's. */
    List<StackEvent> eventsAfter(String stackId, String last) {
        return AwsFailures.told(aws.region(), () -> {
            var events = new ArrayList<StackEvent>();
            try {
                for (var event : aws.cloudFormation()
                        .describeStackEventsPaginator(ask -> ask.stackName(stackId))
                        .stackEvents()) {
                    if (event.eventId().equals(last)) {
                        break;
                    }
                    events.add(StackEvent.of(event));
                }
            } catch (CloudFormationException e) {
                if (!isMissing(e)) {
                    throw e;
                }
            }
            return events.reversed();
        });
    }

    /** What the last change did, oldest first: from the last time that the stack as a whole began something. */
    public List<StackEvent> eventsOfLastChange(String stackId) {
        List<StackEvent> events = eventsAfter(stackId, "");
        for (int at = events.size() - 1; at >= 0; at--) {
            StackEvent event = events.get(at);
            if (event.ofStack() && event.status().matches("(CREATE|UPDATE|DELETE)_IN_PROGRESS")) {
                return events.subList(at, events.size());
            }
        }
        return events;
    }

    /** The first resource that failed by itself. */
    public static Optional<StackEvent> cause(List<StackEvent> events) {
        return events.stream().filter(StackEvent::isCause).findFirst();
    }

    /** The names in AWS of what is in the stack, with their names in the template. */
    public List<StackResourceSummary> resources(String stackId) {
        return AwsFailures.told(
                aws.region(),
                () -> aws
                        .cloudFormation()
                        .listStackResourcesPaginator(ask -> ask.stackName(stackId))
                        .stackResourceSummaries()
                        .stream()
                        .toList());
    }

    private static boolean isMissing(CloudFormationException refusal) {
        return AwsFailures.code(refusal).equals("ValidationError")
                && AwsFailures.sentence(refusal).contains("does not exist");
    }
}
