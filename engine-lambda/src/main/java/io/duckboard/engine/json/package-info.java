/** Reads JSON: members by type, with errors that name what is missing. */
@NullMarked
package io.duckboard.engine.json;

import org.jspecify.annotations.NullMarked;
