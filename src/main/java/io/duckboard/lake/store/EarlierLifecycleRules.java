package io.duckboard.lake.store;

import io.duckboard.engine.catalog.LakeLocation;
import java.util.List;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;

/**
 * Lifecycle rules of earlier versions of Duckboard, which expired files in places where other people keep files too. A
 * rule that somebody has changed since then belongs to them.
 */
final class EarlierLifecycleRules {

    private static final List<String> FOLDERS = List.of("results", "control");

    private final LakeLocation.Bucket lake;

    EarlierLifecycleRules(LakeLocation.Bucket lake) {
        this.lake = lake;
    }

    boolean has(LifecycleRule rule) {
        return FOLDERS.stream().anyMatch(folder -> isOver(folder, rule)) || isOverUploads(rule);
    }

    /** Somebody who uploads files in parts below the lake may take longer than a day. */
    private boolean isOverUploads(LifecycleRule rule) {
        LifecycleRule made = LifecycleRule.builder()
                .id("duckboard uploads" + of())
                .status(ExpirationStatus.ENABLED)
                .filter(filter -> filter.prefix(place("")))
                .abortIncompleteMultipartUpload(abort -> abort.daysAfterInitiation(1))
                .build();
        return made.equals(inOneForm(rule));
    }

    /** Returns the places where the rules expire files. */
    List<String> places(List<LifecycleRule> rules) {
        return FOLDERS.stream()
                .filter(folder -> rules.stream().anyMatch(rule -> isOver(folder, rule)))
                .map(folder -> place(folder + "/"))
                .toList();
    }

    private boolean isOver(String folder, LifecycleRule rule) {
        LifecycleRule made = LifecycleRule.builder()
                .id("duckboard " + folder + of())
                .status(ExpirationStatus.ENABLED)
                .filter(filter -> filter.prefix(place(folder + "/")))
                .expiration(expire -> expire.days(1))
                .build();
        return made.equals(inOneForm(rule));
    }

    private String of() {
        return lake.prefix().isEmpty() ? "" : " " + lake.prefix();
    }

    private String place(String below) {
        return (lake.prefix().isEmpty() ? "" : lake.prefix() + "/") + below;
    }

    /** Rules of a stack have their prefix beside the filter, not in it. */
    @SuppressWarnings("deprecation")
    private static LifecycleRule inOneForm(LifecycleRule rule) {
        return rule.filter() != null
                ? rule
                : rule.toBuilder()
                        .prefix(null)
                        .filter(filter -> filter.prefix(rule.prefix()))
                        .build();
    }
}
