/** The terminal command {@code duckboard}: what people type, and what it prints. No Spring but for the dashboard. */
@NullMarked
package io.duckboard.cli;

import org.jspecify.annotations.NullMarked;
