/** Proves that no file of others is ever lost, and that Duckboard's own files disappear when their time is over. */
@NullMarked
package io.duckboard.lake.ownership;

import org.jspecify.annotations.NullMarked;
