package io.duckboard.deploy;

import io.duckboard.deploy.aws.DeployFailure;
import io.duckboard.deploy.stack.StackChange;
import io.duckboard.deploy.stack.StackEvent;
import java.util.Locale;

/** Why a stack could not be made what it was to be, and what helps. */
final class FailedChange {

    private FailedChange() {}

    static DeployFailure of(String stack, StackChange change, boolean isNew) {
        String cause = change.cause()
                .map(event -> event.resource() + " (" + event.type() + ") failed: " + sentence(event.reason()))
                .orElseGet(() -> sentence(change.reason().isEmpty() ? change.status() : change.reason()));
        return new DeployFailure(
                "The stack " + stack + " could not be " + (isNew ? "made" : "changed") + ". " + cause + " "
                        + undone(change, isNew),
                hint(change.cause().map(StackEvent::reason).orElse("")));
    }

    private static String undone(StackChange change, boolean isNew) {
        return change.status().endsWith("ROLLBACK_COMPLETE")
                ? isNew ? "All of it was rolled back." : "It is as it was before."
                : "CloudFormation left it in " + change.status() + ".";
    }

    private static String hint(String reason) {
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("iam:") && (lower.contains("not authorized") || lower.contains("access denied"))) {
            return "Deploying makes roles: ask for the right to, or have someone who has it run the same command.";
        }
        if (lower.contains("not authorized") || lower.contains("access denied")) {
            return "Ask for the right, or choose other credentials with AWS_PROFILE, and run the same command again.";
        }
        if (lower.contains("already exists")) {
            return "Remove what has its name, or deploy under another with --stack.";
        }
        if (lower.contains("concurren")) {
            return "Run the same command with --concurrency 0.";
        }
        if (lower.contains("memorysize") || lower.contains("memory size")) {
            return "Run the same command with less --memory, or ask AWS for a higher quota.";
        }
        return "Mend that and run the same command again.";
    }

    private static String sentence(String reason) {
        String text = reason.isBlank() ? "AWS gives no reason" : reason.strip();
        return text.matches("(?s).*[.!?]") ? text : text + ".";
    }
}
