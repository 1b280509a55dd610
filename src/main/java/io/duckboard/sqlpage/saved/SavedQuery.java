package io.duckboard.sqlpage.saved;

import java.time.Instant;
import java.util.UUID;

/**
 * A query that somebody kept.
 *
 * @param folder such as {@code reports/daily}; empty for none
 */
public record SavedQuery(UUID id, String folder, String name, String sql, Instant savedAt) {}
