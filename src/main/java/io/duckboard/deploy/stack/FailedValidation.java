package io.duckboard.deploy.stack;

import io.duckboard.deploy.aws.Aws;
import java.util.Locale;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

/**
 * CloudFormation looks at a change set's resources before it makes any, such as for names that are taken, and keeps what
 * it finds as <a
 * href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeEvents.html">events</a> of the set.
 */
final class FailedValidation {

    private FailedValidation() {}

    /** The sentences of those events; what was known before where there are none or they may not be read. */
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
