/** The command {@code duckboard dashboards}: lists dashboards and checks them. */
@NullMarked
package io.duckboard.cli.dashboards;

import org.jspecify.annotations.NullMarked;
