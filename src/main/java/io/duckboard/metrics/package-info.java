/** Figures of the app for Prometheus, if there is a token for whoever collects them. */
@NullMarked
package io.duckboard.metrics;

import org.jspecify.annotations.NullMarked;
