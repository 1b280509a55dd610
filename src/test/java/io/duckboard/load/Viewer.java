package io.duckboard.load;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;

/** Somebody who opens the dashboard, looks at other numbers of locations, leaves, and comes again, with pauses. */
record Viewer(Team team, int number, Waits waits, Duration until) implements Runnable {

    private static final int LEAST_PAUSE_MS = 2_000;
    private static final int MOST_PAUSE_MS = 6_000;
    private static final int LOOKS = 8;

    /** The field's first number. */
    private static final int FIRST = 5;

    /** The sample's view has more. */
    private static final int MOST_LOCATIONS = 130;

    @Override
    public void run() {
        var random = new Random(number);
        try {
            PageUser user = team.signIn(number);
            Thread.sleep(random.nextInt(MOST_PAUSE_MS));
            while (waits.now().compareTo(until) < 0) {
                visit(user, random);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            waits.failed(e);
        }
    }

    private void visit(PageUser user, Random random) throws InterruptedException {
        try {
            DashboardPage page = waits.take(() -> DashboardPage.open(user));
            int shown = FIRST;
            for (int look = 0; look < LOOKS && waits.now().compareTo(until) < 0; look++) {
                pause(random);
                int locations = other(shown, random);
                waits.take(() -> page.show(locations));
                shown = locations;
            }
            page.leave();
        } catch (IOException e) {
            waits.failed(e);
        }
        pause(random);
    }

    /** A field that has the number already asks nothing. */
    private static int other(int shown, Random random) {
        int drawn = random.nextInt(2, MOST_LOCATIONS - 1);
        return drawn < shown ? drawn : drawn + 1;
    }

    private static void pause(Random random) throws InterruptedException {
        Thread.sleep(random.nextInt(LEAST_PAUSE_MS, MOST_PAUSE_MS));
    }
}
