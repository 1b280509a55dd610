package io.duckboard.lake.store;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Where to split a range of keys, told by names in a folder. Whatever lies between two points is
 * listed, so a bad point costs a request and never a key.
 */
final class SplitPoints {

    private final KeyRange range;
    private final String from;
    private final String folder;
    private final List<String> folders;
    private final List<String> names;
    private final boolean isWhole;

    private SplitPoints(
            KeyRange range, String from, String folder, List<String> folders, List<String> names, boolean isWhole) {
        this.range = range;
        this.from = from;
        this.folder = folder;
        this.folders = folders;
        this.names = names;
        this.isWhole = isWhole;
    }

    /**
     * Points between the names that follow.
     *
     * @param from the last key of the range that is known
     * @param folder with the slash at its end
     * @param listed the names in the folder after {@code from}, listed with {@code /} as the delimiter
     */
    static SplitPoints after(String from, KeyRange range, String folder, ListObjectsV2Response listed) {
        List<String> folders = listed.commonPrefixes().stream()
                .map(CommonPrefix::prefix)
                .sorted()
                .toList();
        List<String> names = Stream.concat(listed.contents().stream().map(S3Object::key), folders.stream())
                .sorted()
                .toList();
        boolean isWhole = !listed.isTruncated() || names.isEmpty() || range.endsBy(names.getLast());
        return new SplitPoints(range, from, folder, folders, names, isWhole);
    }

    /** Points after sorted keys that all are directly in a folder. */
    static SplitPoints after(List<String> keys, KeyRange range, String folder) {
        return new SplitPoints(range, keys.getLast(), folder, List.of(), keys, false);
    }

    /** The points, sorted: the folders if these are all, else guesses. */
    List<String> atMost(int most) {
        return isWhole
                ? spread(usable(folders.stream()), most)
                : usable(guessed()).stream().limit(most).toList();
    }

    private List<String> usable(Stream<String> points) {
        return points.filter(point -> point.compareTo(from) > 0 && range.holds(point) && !range.endsBy(point))
                .filter(SplitPoints::isOrderedByUtf8Too)
                .toList();
    }

    /**
     * Guesses what follows many names, since counters and random digits go on: after {@code part-0400} to
     * {@code part-0499} follow {@code part-05} to {@code part-09}, and {@code part-1} to {@code part-9}.
     */
    private Stream<String> guessed() {
        String last = names.getLast();
        int differs = Math.min(lengthOfCommonPrefix(names.getFirst(), last), last.length() - 1);
        SortedSet<Character> alphabet = names.stream()
                .flatMap(name -> name.chars().skip(differs).limit(2).mapToObj(character -> (char) character))
                .filter(Character::isLetterOrDigit)
                .collect(toCollection(TreeSet::new));
        var points = new ArrayList<String>();
        for (int at = differs; at >= folder.length() && alphabet.contains(last.charAt(at)); at--) {
            String stem = last.substring(0, at);
            alphabet.tailSet((char) (last.charAt(at) + 1)).forEach(character -> points.add(stem + character));
        }
        return points.stream();
    }

    private static List<String> spread(List<String> points, int most) {
        int parts = Math.min(points.size(), most);
        return IntStream.range(0, parts)
                .mapToObj(part -> points.get(part * points.size() / parts))
                .toList();
    }

    static int lengthOfCommonPrefix(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        return IntStream.range(0, shorter)
                .filter(at -> one.charAt(at) != other.charAt(at))
                .findFirst()
                .orElse(shorter);
    }

    /** S3 orders keys by UTF-8. Java orders them likewise, up to the first surrogate. */
    private static boolean isOrderedByUtf8Too(String point) {
        return point.chars().allMatch(character -> character < Character.MIN_SURROGATE);
    }
}
