package io.duckboard.lake.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Lists the objects below a prefix once: page after page if there are few, else in several ranges of keys at the same
 * time. A range of which a page was full is split at the folders that follow, or where its names are likely to go on.
 */
final class S3Listing {

    /** The size of a page of S3. */
    static final int PAGE = 1000;

    /** Enough to hide the time that S3 takes for a page, and far from its limit of 5,500 requests a second. */
    private static final int AT_ONCE = 16;

    /** Fewer pages are not worth the requests for ranges that turn out to be empty. */
    private static final int PAGES_OF_FEW = 4;

    private final S3Client s3;
    private final String bucket;
    private final String prefix;
    private final int pageSize;
    private final LongConsumer progress;

    private final Deque<Request> waiting = new ArrayDeque<>();
    private final List<S3Object> found = new ArrayList<>();
    private int running;
    private int promised;
    private int fullPages;
    private int additional;
    private boolean isSorted = true;

    /** @param progress receives the number of objects since its last call, from one thread */
    S3Listing(S3Client s3, String bucket, String prefix, int pageSize, LongConsumer progress) {
        this.s3 = s3;
        this.bucket = bucket;
        this.prefix = prefix;
        this.pageSize = pageSize;
        this.progress = progress;
    }

    /** @return the objects, in no order */
    List<S3Object> objects() throws IOException {
        waiting.add(page(new KeyRange(prefix, Optional.empty()), _ -> {}));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ExecutorCompletionService<Runnable>(threads);
            try {
                while (running > 0 || !waiting.isEmpty()) {
                    while (running < AT_ONCE && !waiting.isEmpty()) {
                        Request request = waiting.remove();
                        answers.submit(() -> request.answer(s3));
                        running++;
                    }
                    Runnable answer = answers.take().get();
                    running--;
                    answer.run();
                }
                return found;
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw (IOException) new InterruptedIOException("Interrupted").initCause(e);
            }
        }
    }

    private Request page(KeyRange range, Consumer<ListObjectsV2Request.Builder> from) {
        return request(from, page -> take(range, page));
    }

    private Request request(
            Consumer<ListObjectsV2Request.Builder> details, Consumer<ListObjectsV2Response> continuation) {
        return new Request(
                ListObjectsV2Request.builder()
                        .bucket(bucket)
                        .prefix(prefix)
                        .maxKeys(pageSize)
                        .applyMutation(details)
                        .build(),
                continuation);
    }

    private void take(KeyRange range, ListObjectsV2Response page) {
        List<S3Object> objects = page.contents();
        List<S3Object> inside =
                objects.stream().filter(object -> range.holds(object.key())).toList();
        found.addAll(inside);
        progress.accept(inside.size());
        isSorted &= isSorted(objects);
        if (!page.isTruncated()) {
            return;
        }
        if (inside.size() == objects.size()) {
            fullPages++;
        }
        if (objects.isEmpty() || !range.endsBy(objects.getLast().key())) {
            goOn(new Rest(range, inside.stream().map(S3Object::key).toList(), page.nextContinuationToken()));
        }
    }

    private void goOn(Rest rest) {
        int parts = partsWorthwhile();
        if (parts <= 1 || rest.keys().isEmpty()) {
            waiting.add(nextPage(rest.range(), rest));
            return;
        }
        String folder = commonFolder(rest.range().after(), rest.last());
        if (rest.isDirectlyIn(folder)) {
            split(rest, SplitPoints.after(rest.keys(), rest.range(), folder).atMost(parts - 1));
        } else {
            look(rest, folder, parts);
        }
    }

    /** As many as are idle and as the full pages have earned: a quarter of a request more for each of them. */
    private int partsWorthwhile() {
        int idle = AT_ONCE - running - waiting.size() - promised;
        int earned = AT_ONCE + fullPages / 4 - additional - promised;
        return isSorted && fullPages >= PAGES_OF_FEW ? Math.min(idle, earned) : 1;
    }

    /** Looks which names follow in a folder. */
    private void look(Rest rest, String folder, int parts) {
        additional++;
        promised += parts - 1;
        waiting.add(request(list -> list.prefix(folder).delimiter("/").startAfter(rest.last()), listed -> {
            promised -= parts - 1;
            seen(
                    rest,
                    folder,
                    SplitPoints.after(rest.last(), rest.range(), folder, listed).atMost(parts - 1));
        }));
    }

    private void seen(Rest rest, String folder, List<String> points) {
        int slash = rest.last().indexOf('/', folder.length());
        int parts = partsWorthwhile();
        if (points.isEmpty() && slash >= 0 && parts > 1) {
            look(rest, rest.last().substring(0, slash + 1), parts);
        } else {
            split(rest, points);
        }
    }

    private void split(Rest rest, List<String> points) {
        additional += points.size();
        List<KeyRange> ranges = rest.range().splitAt(points);
        waiting.add(nextPage(ranges.getFirst(), rest));
        ranges.stream().skip(1).forEach(range -> waiting.add(page(range, list -> list.startAfter(range.after()))));
    }

    private Request nextPage(KeyRange range, Rest rest) {
        return page(range, list -> list.continuationToken(rest.token()));
    }

    private String commonFolder(String one, String other) {
        int same = SplitPoints.lengthOfCommonPrefix(one, other);
        return other.substring(0, Math.max(prefix.length(), other.lastIndexOf('/', same - 1) + 1));
    }

    /** Not every store sorts, and none sorts surrogates as Java does; such objects are listed in one range. */
    private static boolean isSorted(List<S3Object> objects) {
        String before = "";
        for (S3Object object : objects) {
            if (object.key().compareTo(before) < 0) {
                return false;
            }
            before = object.key();
        }
        return true;
    }

    private record Request(ListObjectsV2Request request, Consumer<ListObjectsV2Response> continuation) {

        /** Sends the request from any thread; what is returned goes on with the answer. */
        Runnable answer(S3Client s3) {
            ListObjectsV2Response answer = s3.listObjectsV2(request);
            return () -> continuation.accept(answer);
        }
    }

    /**
     * What of a range comes after a page.
     *
     * @param keys those of the page
     * @param token asks for the next page
     */
    private record Rest(KeyRange range, List<String> keys, String token) {

        String last() {
            return keys.getLast();
        }

        boolean isDirectlyIn(String folder) {
            return keys.stream().allMatch(key -> key.indexOf('/', folder.length()) < 0);
        }
    }
}
