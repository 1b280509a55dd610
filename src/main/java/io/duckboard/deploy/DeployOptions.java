package io.duckboard.deploy;

import io.duckboard.engine.catalog.LakeLocation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The options of a deployment. An option that is not given keeps its value from the last deployment, and has the
 * template's default at the first one.
 *
 * @param schedule when the transform runs, in EventBridge's syntax, such as {@code rate(1 hour)}; empty for never
 * @param concurrency the maximum number of queries at once; 0 for as many as the account allows
 * @param memory the memory of the query and the transform function, in MB
 * @param callsPerDay the number of calls above which an alarm goes off
 * @param alarmEmail the address to which alarms are sent; empty for none
 * @param functionUrl whether the query function has a URL of its own, for signed requests
 * @param logDays how many days logs are kept
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

    /**
     * Returns the options as the template's parameters, without the lake and the concurrency, which need to be looked
     * up first.
     */
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
