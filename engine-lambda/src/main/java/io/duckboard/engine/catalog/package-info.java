/** Describes a lake: its location, its layout, its catalog, and the lock that is held while it changes. */
@NullMarked
package io.duckboard.engine.catalog;

import org.jspecify.annotations.NullMarked;
