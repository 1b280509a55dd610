package io.duckboard.cli.deploy;

import io.duckboard.deploy.DeployOptions;
import io.duckboard.deploy.Deployed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.jr.ob.JSON;

/** Describes what exists after a deployment, and which commands to type next. */
record DeployedText(Deployed deployed, Duration took) {

    String text() {
        var lines = new ArrayList<String>();
        lines.add(
                deployed.changed()
                        ? deployed.stack() + " is deployed in " + deployed.region() + " (" + took.toSeconds() + " s)."
                        : "Nothing had to change: " + deployed.stack() + " in " + deployed.region()
                                + " is as this Duckboard makes it.");
        lines.add("");
        lines.add("  lake       " + deployed.lake());
        lines.add("  query      " + deployed.query());
        lines.add("  transform  " + deployed.transform());
        deployed.url().ifPresent(url -> lines.add("  url        " + url));
        lines.add("");
        lines.add("Next:");
        next().forEach(line -> lines.add("  " + line));
        return String.join("\n", lines) + "\n";
    }

    String json() {
        var members = new LinkedHashMap<String, Object>();
        members.put("stack", deployed.stack());
        members.put("region", deployed.region());
        members.put("changed", deployed.changed());
        members.put("lake", deployed.lake().toString());
        members.put("query", deployed.query());
        members.put("transform", deployed.transform());
        members.put("control", deployed.control());
        deployed.url().ifPresent(url -> members.put("url", url));
        return JSON.std.asString(members) + "\n";
    }

    private List<String> next() {
        var next = new ArrayList<String>();
        deployed.alarmEmail()
                .ifPresent(address ->
                        next.add("Confirm the mail that AWS has sent to " + address + ": alarms reach it only then."));
        if (deployed.lakeMade()) {
            next.add("bin/duckboard lake populate --lake " + deployed.lake() + "    # the transform fails until then");
        }
        next.add("bin/duckboard query --function " + deployed.query() + " 'SELECT name, rows FROM lake.tables'");
        next.add("DUCKBOARD_FUNCTION=" + deployed.query() + " make dashboard");
        next.add("bin/duckboard status" + stack());
        return next;
    }

    private String stack() {
        return deployed.stack().equals(DeployOptions.DEFAULT_STACK) ? "" : " --stack " + deployed.stack();
    }
}
