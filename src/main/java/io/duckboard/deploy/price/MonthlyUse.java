package io.duckboard.deploy.price;

import java.time.Duration;

/**
 * How much use a month's price is estimated for.
 *
 * @param queriesPerDay the number of queries on every day of the month
 * @param query how long a query takes, as Lambda bills it
 * @param run how long a scheduled run of the transform takes
 * @param lakeGigabytes the size of the lake
 */
public record MonthlyUse(int queriesPerDay, Duration query, Duration run, int lakeGigabytes) {}
