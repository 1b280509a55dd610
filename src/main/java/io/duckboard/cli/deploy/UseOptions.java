package io.duckboard.cli.deploy;

import io.duckboard.cli.terminal.DurationConverter;
import io.duckboard.deploy.price.MonthlyUse;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The options that say how much use a month's price is estimated for. */
final class UseOptions {

    @Option(
            names = "--queries-per-day",
            paramLabel = "N",
            description = "For the price of --plan. Default: ${DEFAULT-VALUE}.")
    private int queriesPerDay = 1_000;

    @Option(
            names = "--query-time",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            defaultValue = "1s",
            description = "For the price of --plan: how long a query takes. Default: ${DEFAULT-VALUE}.")
    private Duration queryTime = Duration.ofSeconds(1);

    @Option(
            names = "--run-time",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            defaultValue = "10s",
            description = "For the price of --plan: how long a scheduled run takes. Default: ${DEFAULT-VALUE}.")
    private Duration runTime = Duration.ofSeconds(10);

    @Option(
            names = "--lake-gb",
            paramLabel = "N",
            description = "For the price of --plan: what lies in the lake. Default: ${DEFAULT-VALUE}.")
    private int lakeGigabytes = 10;

    MonthlyUse use() {
        return new MonthlyUse(Math.max(0, queriesPerDay), queryTime, runTime, Math.max(0, lakeGigabytes));
    }
}
