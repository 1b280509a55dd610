/** JSON as it is read: members by type, and what is missing by name. */
@NullMarked
package io.duckboard.engine.json;

import org.jspecify.annotations.NullMarked;
