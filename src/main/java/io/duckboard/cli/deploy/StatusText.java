package io.duckboard.cli.deploy;

import io.duckboard.cli.terminal.TextTable;
import io.duckboard.deploy.stack.StackEvent;
import io.duckboard.deploy.status.FunctionReport;
import io.duckboard.deploy.status.LogLine;
import io.duckboard.deploy.status.StackReport;
import io.duckboard.format.Figures;
import io.duckboard.format.Harmless;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.jr.ob.JSON;

/** Describes the state of a deployed engine. */
record StatusText(StackReport report) {

    /** The longest log line that is shown, in characters. A log line can hold a whole stack trace. */
    private static final int LINE = 300;

    String text() {
        var text = new StringBuilder();
        text.append("Stack ").append(report.stack().name()).append(" in ").append(report.region());
        text.append(": ").append(report.stack().status());
        text.append(", last changed ").append(report.stack().changedAt()).append(".\n");
        report.failure().ifPresent(failure -> text.append(failed(failure)));
        text.append('\n').append(functions());
        report.untold()
                .forEach(sentence ->
                        text.append("Not all is known: ").append(sentence).append('\n'));
        text.append('\n')
                .append(report.dollars()
                        .map(dollars -> "This month's calls have cost about " + Figures.price(dollars)
                                + " until now; S3, logs and alarms come on top.\n")
                        .orElse(""));
        report.alarms().forEach(alarm -> text.append("Alarm: ").append(alarm).append('\n'));
        if (report.errors().isEmpty() && report.untold().isEmpty()) {
            text.append("No errors in the last day.\n");
        }
        if (!report.errors().isEmpty()) {
            text.append("\nThe last errors of the last day:\n");
            report.errors().forEach(line -> text.append(line(line)).append('\n'));
        }
        return Harmless.lines(text.toString()) + "\n";
    }

    String json() {
        var members = new LinkedHashMap<String, Object>();
        members.put("stack", report.stack().name());
        members.put("region", report.region());
        members.put("status", report.stack().status());
        members.put("changedAt", report.stack().changedAt().toString());
        report.failure().ifPresent(failure -> members.put("failure", failure.resource() + ": " + failure.reason()));
        members.put(
                "functions", report.functions().stream().map(StatusText::json).toList());
        report.dollars().ifPresent(dollars -> members.put("dollarsThisMonth", dollars));
        members.put("alarms", report.alarms());
        members.put("untold", report.untold());
        members.put(
                "errors",
                report.errors().stream()
                        .map(line -> Map.of(
                                "function", line.function(), "at", line.at().toString(), "text", line.text()))
                        .toList());
        return JSON.std.asString(members) + "\n";
    }

    private String failed(StackEvent failure) {
        return "The last change failed at " + failure.resource() + " (" + failure.type() + "): " + failure.reason()
                + "\n";
    }

    private String functions() {
        var table = new TextTable("Function", "Version", "State", "MB", "Calls", "Errors", "Throttled", "Costs");
        for (FunctionReport function : report.functions()) {
            table.add(
                    function.name(),
                    function.live().map(FunctionReport.Live::version).orElse("-"),
                    function.live().map(FunctionReport.Live::state).orElse("not there"),
                    function.live()
                            .map(live -> Figures.count(live.memoryMegabytes()))
                            .orElse(""),
                    figure(function, month -> Figures.count(month.calls())),
                    figure(function, month -> Figures.count(month.errors())),
                    figure(function, month -> Figures.count(month.throttles())),
                    figure(function, month -> Figures.price(month.dollars())));
        }
        return table.toString();
    }

    private static String figure(FunctionReport function, Function<FunctionReport.Month, String> figure) {
        return function.month().map(figure).orElse("?");
    }

    private static Map<String, Object> json(FunctionReport function) {
        var members = new LinkedHashMap<String, Object>();
        members.put("name", function.name());
        function.live().ifPresent(live -> {
            members.put("version", live.version());
            members.put("state", live.state());
            members.put("runtime", live.runtime());
            members.put("memoryMegabytes", live.memoryMegabytes());
        });
        function.month().ifPresent(month -> {
            members.put("calls", month.calls());
            members.put("errors", month.errors());
            members.put("throttles", month.throttles());
            members.put("dollars", month.dollars());
        });
        return members;
    }

    private static String line(LogLine line) {
        String text = line.text().lines().findFirst().orElse("");
        return "  " + line.at() + "  " + line.function() + "  "
                + (text.length() > LINE ? text.substring(0, LINE) + "…" : text);
    }
}
