package io.duckboard.deploy.stack;

import io.duckboard.aws.AwsError;
import io.duckboard.deploy.aws.Aws;
import io.duckboard.deploy.aws.AwsFailures;
import io.duckboard.engine.failure.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;

/** Reads the state and the events of stacks. */
public final class Stacks {

    private final Aws aws;

    public Stacks(Aws aws) {
        this.aws = aws;
    }

    /**
     * @param stack its name, or its id, which also finds a deleted stack
     * @throws FailureException if AWS does not answer
     */
    public Optional<StackState> find(String stack) {
        return AwsFailures.translating(aws.region(), () -> {
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

    /**
     * Returns the stack's events after the given one, oldest first. It returns all events if the given one is not the
     * stack's.
     */
    List<StackEvent> eventsAfter(String stackId, String last) {
        return AwsFailures.translating(aws.region(), () -> {
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

    /** Returns the id of the last event, or an empty text if there is none. */
    String lastEvent(String stackId) {
        return AwsFailures.translating(
                aws.region(),
                () -> aws.cloudFormation().describeStackEvents(ask -> ask.stackName(stackId)).stackEvents().stream()
                        .findFirst()
                        .map(event -> event.eventId())
                        .orElse(""));
    }

    /** Returns the events of the last change, oldest first, from when the stack as a whole last began something. */
    public List<StackEvent> eventsOfLastChange(String stackId) {
        return AwsFailures.translating(aws.region(), () -> {
            var events = new ArrayList<StackEvent>();
            for (var event : aws.cloudFormation()
                    .describeStackEventsPaginator(ask -> ask.stackName(stackId))
                    .stackEvents()) {
                events.add(StackEvent.of(event));
                if (events.getLast().isBeginning()) {
                    break;
                }
            }
            return events.reversed();
        });
    }

    /** Returns the first resource that failed by itself. */
    public static Optional<StackEvent> cause(List<StackEvent> events) {
        return events.stream().filter(StackEvent::isCause).findFirst();
    }

    /** Returns whether a stack created the resource that has the one name in its template and the other name in AWS. */
    public boolean hasMade(String stackId, String resource, String inAws) {
        return resources(stackId).stream()
                .anyMatch(each -> resource.equals(each.logicalResourceId())
                        && inAws.equals(each.physicalResourceId())
                        && each.resourceStatusAsString().matches("(CREATE|UPDATE)_COMPLETE"));
    }

    /** Returns the AWS names of all resources of a type in a stack. */
    public List<String> names(String stackId, String type) {
        return resources(stackId).stream()
                .filter(each -> type.equals(each.resourceType()) && each.physicalResourceId() != null)
                .map(StackResourceSummary::physicalResourceId)
                .toList();
    }

    private List<StackResourceSummary> resources(String stackId) {
        return AwsFailures.translating(
                aws.region(),
                () -> aws
                        .cloudFormation()
                        .listStackResourcesPaginator(ask -> ask.stackName(stackId))
                        .stackResourceSummaries()
                        .stream()
                        .toList());
    }

    private static boolean isMissing(CloudFormationException refusal) {
        return AwsError.code(refusal).equals("ValidationError")
                && AwsError.sentence(refusal).contains("does not exist");
    }
}
