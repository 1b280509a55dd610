/** Maintains a lake's tables: adds users' files, picks up what others changed, and removes tables. */
@NullMarked
package io.duckboard.lake.tables;

import org.jspecify.annotations.NullMarked;
