package io.duckboard.sqlpage.run;

import io.duckboard.security.Owner;
import java.util.UUID;

/**
 * Where a query comes from.
 *
 * @param tab one of the owner's tabs; it has one run at a time
 * @param start where the statement begins in the tab's text, in characters
 * @param line the line where it begins, from 1
 * @param column the column where it begins, from 1
 */
public record RunSource(Owner owner, UUID tab, int start, int line, int column) {}
