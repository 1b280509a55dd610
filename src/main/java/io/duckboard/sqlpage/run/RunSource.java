package io.duckboard.sqlpage.run;

import io.duckboard.security.Owner;
import java.util.UUID;

/**
 * Where a query comes from.
 *
 * @param tab of the owner's; has one run at a time
 * @param start where the statement begins in the tab's text, in characters
 * @param line the same, from 1
 * @param column the same, from 1
 */
public record RunSource(Owner owner, UUID tab, int start, int line, int column) {}
