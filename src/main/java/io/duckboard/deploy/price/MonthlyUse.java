package io.duckboard.deploy.price;

import java.time.Duration;

/**
 * How much a month's price is reckoned for.
 *
 * @param queriesPerDay on all days of the month
 * @param query how long one takes, as Lambda bills it
 * @param run how long a scheduled run of the transform takes
 * @param lakeGigabytes what lies in the lake
 */
public record MonthlyUse(int queriesPerDay, Duration query, Duration run, int lakeGigabytes) {}
