/** The command {@code duckboard dashboards}: lists, checks, exports and makes dashboards. */
@NullMarked
package io.duckboard.cli.dashboards;

import org.jspecify.annotations.NullMarked;
