/** The catalog as it is published: read and swapped in one way, in a folder or on S3. */
@NullMarked
package io.duckboard.engine.catalog.store;

import org.jspecify.annotations.NullMarked;
