package io.duckboard.cli.deploy;

import io.duckboard.cli.terminal.TextTable;
import io.duckboard.deploy.Planned;
import io.duckboard.deploy.code.EnginePackage;
import io.duckboard.deploy.price.MonthlyPrice;
import io.duckboard.deploy.stack.PlannedChange;
import io.duckboard.format.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Locale;
import tools.jackson.jr.ob.JSON;

/** Describes what a deployment would do, and what it costs in a month. */
record DeployPlanText(Planned plan, EnginePackage code) {

    String text() {
        var text = new StringBuilder();
        String stack = plan.stack() + " in " + plan.region();
        if (plan.first().isPresent()) {
            text.append("Stack " + stack + ": " + plan.first().get() + "\n");
        } else if (plan.changes().isEmpty()) {
            text.append("Nothing would change: " + stack + " is as this Duckboard makes it.\n");
        } else {
            text.append("Stack " + stack + " would be " + (plan.isNew() ? "made" : "changed") + ", over the lake "
                    + plan.lake() + ":\n\n" + changes());
        }
        if (plan.code()) {
            text.append("\nThe engine (")
                    .append(Figures.size(code.bytes()))
                    .append(") would be uploaded to a bucket of its own.\n");
        }
        text.append("\nA month would cost about $")
                .append(dollars(plan.price().total()))
                .append(":\n\n");
        for (MonthlyPrice.Line line : plan.price().lines()) {
            text.append(String.format(Locale.ROOT, "%10s  %s%n", "$" + dollars(line.dollars()), line.what()));
        }
        return text.append(
                        "\nThat is by the published prices of us-east-1, with no free tier taken off. Say what you use"
                                + " with\n--queries-per-day, --query-time, --run-time and --lake-gb. Nothing was made.\n")
                .toString();
    }

    String json() {
        var members = new LinkedHashMap<String, Object>();
        members.put("stack", plan.stack());
        members.put("region", plan.region());
        members.put("new", plan.isNew());
        members.put("lake", plan.lake().toString());
        members.put("upload", plan.code());
        plan.first().ifPresent(first -> members.put("first", first));
        members.put(
                "changes",
                plan.changes().stream()
                        .map(change -> {
                            var each = new LinkedHashMap<String, Object>();
                            each.put("action", change.action().name().toLowerCase(Locale.ROOT));
                            each.put("resource", change.resource());
                            each.put("type", change.type());
                            each.put("replaced", change.replaced());
                            return each;
                        })
                        .toList());
        members.put("dollarsPerMonth", plan.price().total());
        return JSON.std.asString(members) + "\n";
    }

    private String changes() {
        var table = new TextTable("", "Resource", "Type");
        for (PlannedChange change : plan.changes()) {
            table.add(
                    change.replaced() ? "replace" : change.action().name().toLowerCase(Locale.ROOT),
                    change.resource(),
                    change.type());
        }
        return table.toString();
    }

    private static String dollars(BigDecimal dollars) {
        return String.format(Locale.ROOT, "%,.2f", dollars.setScale(2, RoundingMode.HALF_UP));
    }
}
