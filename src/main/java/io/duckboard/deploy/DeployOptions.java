package io.duckboard.deploy;

import io.duckboard.engine.catalog.LakeLocation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What whoever deploys has said. What is not said stays as it was at the last deployment, and is the template's default
 * at the first.
 *
 * @param schedule when the transform runs, in EventBridge's words, such as {@code rate(1 hour)}; empty for never
 * @param concurrency queries at once at most; 0 for as many as the account allows
 * @param memory of the query and the transform function, in MB
 * @param callsPerDay above which an alarm goes off
 * @param alarmEmail who is written to by alarms; empty for nobody
 * @param functionUrl whether the query function has a URL of its own, for signed requests
 * @param logDays how long logs are kept
 */
public record DeployOptions(
        String stack,
        Optional<LakeLocation.Bucket> lake,
        Optional<String> schedule,
        Optional<Integer> concurrency,
        Optional<Integer> memory,
        Optional<Integer> callsPerDay,
        Optional<String> alarmEmail,
        Optional<Boolean> functionUrl,
        Optional<Integer> logDays) {

    public static final String DEFAULT_STACK = "duckboard";

    /** As the template's parameters; the lake and the concurrency need to be looked into first. */
    Map<String, String> parameters() {
        var parameters = new HashMap<String, String>();
        schedule.ifPresent(value -> parameters.put("Schedule", value));
        memory.map(String::valueOf).ifPresent(value -> {
            parameters.put("QueryMemory", value);
            parameters.put("TransformMemory", value);
        });
        callsPerDay.map(String::valueOf).ifPresent(value -> parameters.put("CallsPerDay", value));
        alarmEmail.ifPresent(value -> parameters.put("AlarmEmail", value));
        functionUrl.map(String::valueOf).ifPresent(value -> parameters.put("FunctionUrl", value));
        logDays.map(String::valueOf).ifPresent(value -> parameters.put("LogRetentionDays", value));
        return parameters;
    }
}
