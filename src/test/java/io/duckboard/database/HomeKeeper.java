package io.duckboard.database;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process that opens a home, stores a word there, and runs until it is killed. */
final class HomeKeeper {

    private HomeKeeper() {}

    public static void main(String[] arguments) throws InterruptedException {
        HomeDatabase database = HomeDatabase.open(Path.of(arguments[0]));
        database.jdbc().sql("CREATE TABLE word (text VARCHAR)").update();
        database.jdbc().sql("INSERT INTO word VALUES ('kept')").update();
        database.jdbc().sql("CHECKPOINT SYNC").update();
        System.out.println("open");
        new CountDownLatch(1).await();
    }
}
