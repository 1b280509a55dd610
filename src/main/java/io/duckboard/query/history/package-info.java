/** What was asked, when, and how it ended. */
@NullMarked
package io.duckboard.query.history;

import org.jspecify.annotations.NullMarked;
