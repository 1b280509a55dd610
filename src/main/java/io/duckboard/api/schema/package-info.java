/** The shapes of bodies that the protocol reads and writes by itself, as the API's document tells them. */
@NullMarked
package io.duckboard.api.schema;

import org.jspecify.annotations.NullMarked;
