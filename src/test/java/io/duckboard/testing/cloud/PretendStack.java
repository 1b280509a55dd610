package io.duckboard.testing.cloud;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The one stack of a pretended account, in CloudFormation's XML: its state, and what happens to it. */
final class PretendStack {

    private static final String ID = "arn:aws:cloudformation:us-east-1:" + PretendCloud.ACCOUNT + ":stack/duckboard/1";

    private static final String TYPE = "AWS::CloudFormation::Stack";

    private final Map<String, StackStory> stories = new HashMap<>();
    private final List<String> events = new ArrayList<>();
    private String status = "";
    private String changeSet = changes();
    private String parameters = "";
    private String resources = "";
    private String tags = "<member><Key>duckboard:stack</Key><Value>duckboard</Value></member>";
    private String validation = "";

    void is(String state) {
        status = state;
        event("duckboard", TYPE, state, "", true);
    }

    void ofOthers() {
        tags = "";
    }

    void parameters(Map<String, String> values) {
        parameters = values.entrySet().stream()
                .map(each -> "<member><ParameterKey>" + each.getKey() + "</ParameterKey><ParameterValue>"
                        + each.getValue() + "</ParameterValue></member>")
                .collect(Collectors.joining());
    }

    void made(String resource, String type, String inAws) {
        resources += "<member><LogicalResourceId>" + resource + "</LogicalResourceId><PhysicalResourceId>" + inAws
                + "</PhysicalResourceId><ResourceType>" + type
                + "</ResourceType><ResourceStatus>CREATE_COMPLETE</ResourceStatus></member>";
    }

    void when(String action, StackStory story) {
        stories.put(action, story);
    }

    void unchanged() {
        changeSet = failed("The submitted information didn't contain changes.");
    }

    void invalid(String resource, String type, String reason) {
        changeSet = failed("The following hook(s)/validation failed: [AWS::EarlyValidation::ResourceExistenceCheck].");
        validation = "<member><EventId>1</EventId><LogicalResourceId>" + resource + "</LogicalResourceId><ResourceType>"
                + type + "</ResourceType><ValidationStatusReason>" + reason + "</ValidationStatusReason></member>";
    }

    void past(StackStory story) {
        event("duckboard", TYPE, "UPDATE_IN_PROGRESS", "", true);
        tell(story);
    }

    boolean isThere() {
        return !status.isEmpty();
    }

    /** Returns the result of a CloudFormation action; nothing if it is not one. */
    Optional<String> result(String action) {
        return switch (action) {
            case "DescribeStacks" -> Optional.of(list("Stacks", described()));
            case "DescribeStackEvents" -> Optional.of(list("StackEvents", String.join("", events.reversed())));
            case "CreateChangeSet" -> {
                if (!isThere()) {
                    is("REVIEW_IN_PROGRESS");
                }
                yield Optional.of("<Id>" + ID + "/set</Id><StackId>" + ID + "</StackId>");
            }
            case "DescribeChangeSet" -> Optional.of(changeSet);
            case "DescribeEvents" -> Optional.of(list("OperationEvents", validation));
            case "ListChangeSets" -> Optional.of(list("Summaries", ""));
            case "ListStackResources" -> Optional.of(list("StackResourceSummaries", resources));
            case "DeleteChangeSet" -> Optional.of("");
            case "ExecuteChangeSet", "ContinueUpdateRollback" -> told(action, "CREATE_COMPLETE");
            case "DeleteStack" -> told(action, "DELETE_COMPLETE");
            default -> Optional.empty();
        };
    }

    private Optional<String> told(String action, String otherwise) {
        tell(stories.getOrDefault(action, StackStory.ending(otherwise)));
        return Optional.of("");
    }

    private void tell(StackStory story) {
        story.events().forEach(each -> event(each.resource(), each.type(), each.status(), each.reason(), false));
        if (story.end().isEmpty()) {
            status = "UPDATE_IN_PROGRESS";
        } else {
            event("duckboard", TYPE, story.end(), "", true);
            status = story.end().equals("DELETE_COMPLETE") ? "" : story.end();
        }
    }

    private void event(String resource, String type, String state, String reason, boolean ofStack) {
        events.add("<member><EventId>" + events.size() + "</EventId><StackId>" + ID + "</StackId>"
                + "<LogicalResourceId>" + resource + "</LogicalResourceId><PhysicalResourceId>"
                + (ofStack ? ID : resource) + "</PhysicalResourceId><ResourceType>" + type
                + "</ResourceType><Timestamp>2026-11-01T08:00:00Z</Timestamp><ResourceStatus>" + state
                + "</ResourceStatus><ResourceStatusReason>" + reason + "</ResourceStatusReason></member>");
    }

    private String described() {
        return "<member><StackId>" + ID + "</StackId><StackName>duckboard</StackName><StackStatus>" + status
                + "</StackStatus><CreationTime>2026-11-01T08:00:00Z</CreationTime><Parameters>" + parameters
                + "</Parameters><Tags>" + tags + "</Tags></member>";
    }

    private static String changes() {
        return "<Status>CREATE_COMPLETE</Status>"
                + list(
                        "Changes",
                        "<member><Type>Resource</Type><ResourceChange><Action>Add</Action><LogicalResourceId>"
                                + "QueryFunction</LogicalResourceId><ResourceType>AWS::Lambda::Function"
                                + "</ResourceType></ResourceChange></member>");
    }

    private static String failed(String reason) {
        return "<Status>FAILED</Status><StatusReason>" + reason + "</StatusReason>";
    }

    private static String list(String name, String members) {
        return "<" + name + ">" + members + "</" + name + ">";
    }
}
