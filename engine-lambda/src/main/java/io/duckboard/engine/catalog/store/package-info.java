/** Reads and swaps the published catalog in the same way in a folder and on S3. */
@NullMarked
package io.duckboard.engine.catalog.store;

import org.jspecify.annotations.NullMarked;
