/** What a lake is: where it lies, its layout, its catalog, and the lock of whoever changes it. */
@NullMarked
package io.duckboard.engine.catalog;

import org.jspecify.annotations.NullMarked;
