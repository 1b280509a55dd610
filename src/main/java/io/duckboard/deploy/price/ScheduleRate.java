package io.duckboard.deploy.price;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often an EventBridge schedule runs. */
final class ScheduleRate {

    private static final Pattern RATE = Pattern.compile("rate\\((\\d{1,9}) (minute|hour|day)s?\\)");

    private static final int HOURS_PER_MONTH = 730;

    /** A cron() schedule is counted as daily, because calculating its calendar is beyond an estimate. */
    private static final int DAILY = HOURS_PER_MONTH / 24;

    private ScheduleRate() {}

    /** Returns whether the schedule follows a calendar, which is not calculated here. */
    static boolean isCalendar(String schedule) {
        return !schedule.isEmpty() && !RATE.matcher(schedule).matches();
    }

    static int runsPerMonth(String schedule) {
        if (schedule.isEmpty()) {
            return 0;
        }
        Matcher rate = RATE.matcher(schedule);
        if (!rate.matches()) {
            return DAILY;
        }
        int every = Math.max(1, Integer.parseInt(rate.group(1)));
        return switch (rate.group(2)) {
            case "minute" -> HOURS_PER_MONTH * 60 / every;
            case "hour" -> HOURS_PER_MONTH / every;
            default -> DAILY / every;
        };
    }
}
