package io.duckboard.deploy.stack;

import java.util.Locale;

/** Suggests what to do about a reason that CloudFormation gives. */
public final class FailureHints {

    private FailureHints() {}

    public static String of(String reason) {
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("iam:") && (lower.contains("not authorized") || lower.contains("access denied"))) {
            return "Deploying makes roles: ask for the right to, or have someone who has it run the same command.";
        }
        if (lower.contains("not authorized") || lower.contains("access denied")) {
            return "Ask for the right, or choose other credentials with AWS_PROFILE, and run the same command again.";
        }
        if (lower.contains("already exist") || lower.contains("resourceexistencecheck")) {
            return "Remove what has its name, or deploy under another with --stack.";
        }
        if (lower.contains("concurrentexecution")) {
            return "Run the same command with --concurrency 0.";
        }
        if (lower.contains("memorysize") || lower.contains("memory size")) {
            return "Run the same command with less --memory, or ask AWS for a higher quota.";
        }
        return "Mend that and run the same command again.";
    }
}
