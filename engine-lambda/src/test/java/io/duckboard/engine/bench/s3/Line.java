package io.duckboard.engine.bench.s3;

import java.util.List;

/**
 * A line of the table: what is measured, and what is wanted of it.
 *
 * @param word as people type it
 */
record Line(String word, String title, Kind kind, Question question, Wanted wanted) {

    static final List<Line> ALL = List.of(
            warm(
                    "one",
                    "SELECT 1",
                    Question.ONE,
                    Wanted.ratio(1).whateverTheLatency().requests(0)),
            warm(
                    "count",
                    "count of the month",
                    Question.COUNT,
                    Wanted.ratio(1).withLatency(0.9).requests(1)),
            warm(
                    "month",
                    "top-200 of the month",
                    Question.TOP_OF_MONTH,
                    Wanted.ratio(1).withLatency(0.7).requests(1)),
            warm(
                    "view",
                    "top-200 of the view",
                    Question.TOP_OF_VIEW,
                    Wanted.ratio(1).withLatency(0.7).requests(1)),
            warm(
                    "day",
                    "one day of the partitions",
                    Question.ONE_DAY,
                    Wanted.ratio(1).withLatency(0.7).requests(1)),
            warm(
                    "days",
                    "count over 30 partitions, theirs by *",
                    Question.COUNT_OF_DAYS,
                    Wanted.ratio(0.5).withLatency(0.15).requests(1)),
            warm(
                    "listed",
                    "count over 30 partitions, theirs listed",
                    Question.COUNT_OF_LISTED_DAYS,
                    Wanted.ratio(0.5).withLatency(0.15).requests(1)),
            warm(
                    "rows",
                    "SELECT * … LIMIT 20 of the month",
                    Question.FIRST_ROWS,
                    Wanted.ratio(0.05).requests(1)),
            new Line(
                    "all",
                    "SELECT * of the month, 20 rows wanted",
                    Kind.HEAVY,
                    Question.ALL_ROWS,
                    Wanted.ratio(0.05).requests(1)),
            new Line(
                    "touch",
                    "first touch, one column of the month",
                    Kind.FRESH,
                    Question.ONE_COLUMN,
                    Wanted.ratio(1).withLatency(0.5).requests(12)),
            new Line(
                    "touch-day",
                    "first touch, one day of the partitions",
                    Kind.FRESH,
                    Question.ONE_DAY,
                    // Three for the day's file, and one for the catalog.
                    Wanted.anyRatio().requests(4).files(1)),
            new Line("start", "cold start of a worker, count", Kind.START, Question.COUNT, Wanted.ratio(1.3)),
            new Line("package", "cold start of the package, count", Kind.PACKAGE, Question.COUNT, Wanted.ratio(1.3)));

    /** What is there before the question is asked. */
    enum Kind {
        /** A process that has answered the question before. */
        WARM,
        /** The same, but the question is asked a few times only. */
        HEAVY,
        /** A process that has answered nothing but SELECT 1. */
        FRESH,
        /** Nothing; the engine starts as LocalLambda starts it. */
        START,
        /** Nothing; the engine starts as its package does on Lambda without a snapshot. */
        PACKAGE
    }

    private static Line warm(String word, String title, Question question, Wanted wanted) {
        return new Line(word, title, Kind.WARM, question, wanted);
    }

    /** Whom the ratio is to. */
    Role peer() {
        return kind == Kind.START || kind == Kind.PACKAGE ? Role.DUCKDB : Role.PYTHON;
    }
}
