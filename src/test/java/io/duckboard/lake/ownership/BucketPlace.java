package io.duckboard.lake.ownership;

import io.duckboard.engine.catalog.LakeLayout;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.testing.S3Server;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The objects below a prefix of a bucket.
 *
 * @param path the bucket and the prefix
 * @param inner the prefix of another lake below this one, if any
 */
record BucketPlace(S3Server s3, String path, Optional<String> inner) implements Place {

    static BucketPlace of(S3Server s3, String path) {
        return new BucketPlace(s3, path, Optional.empty());
    }

    @Override
    public LakeLocation location() {
        return LakeLocation.parse("s3://" + path);
    }

    @Override
    public void put(ForeignFile file) {
        s3.put(path + "/" + file.path(), file.bytes().asByteArray());
    }

    @Override
    public byte[] read(String file) {
        return s3.get(path + "/" + file);
    }

    @Override
    public SortedMap<String, String> files() {
        var files = new TreeMap<>(s3.versions(path));
        inner.ifPresent(other -> files.keySet().removeIf(file -> file.startsWith(other + "/")));
        return files;
    }

    @Override
    public Set<String> folders() {
        return Set.of();
    }

    @Override
    public Set<String> traces() {
        List<String> requests = s3.network().requests();
        return IntStream.range(0, requests.size())
                .filter(index -> !requests.get(index).startsWith("GET ")
                        && !requests.get(index).startsWith("HEAD "))
                .mapToObj(Integer::toString)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean expires(String file) {
        return file.startsWith(LakeLayout.RESULTS + "/") || file.startsWith(LakeLayout.CONTROL + "/");
    }
}
