/** What happened because of a click, from the click to DuckDB, for a server of OpenTelemetry, if one is named. */
@NullMarked
package io.duckboard.trace;

import org.jspecify.annotations.NullMarked;
