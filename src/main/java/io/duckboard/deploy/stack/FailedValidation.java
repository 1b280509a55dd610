package io.duckboard.deploy.stack;

import io.duckboard.deploy.aws.Aws;
import java.util.Locale;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

/**
 * Finds out why a change set is invalid. CloudFormation checks a change set's resources before it creates any, for
 * example for names that are taken. It keeps what it finds as <a
 * href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeEvents.html">events</a> of the
 * set.
 */
final class FailedValidation {

    private FailedValidation() {}

    /** Returns the sentences of those events, or the known reason if there are none or they may not be read. */
    static String reason(Aws aws, String changeSet, String known) {
        if (!known.toLowerCase(Locale.ROOT).contains("validation")) {
            return known;
        }
        try {
            String told = aws
                    .cloudFormation()
                    .describeEventsPaginator(
                            ask -> ask.changeSetName(changeSet).filters(filter -> filter.failedEvents(true)))
                    .operationEvents()
                    .stream()
                    .filter(event -> event.validationStatusReason() != null)
                    .map(event -> event.logicalResourceId() + " (" + event.resourceType() + "): "
                            + event.validationStatusReason())
                    .distinct()
                    .collect(Collectors.joining("; "));
            return told.isEmpty() ? known : told;
        } catch (CloudFormationException e) {
            return known;
        }
    }
}
