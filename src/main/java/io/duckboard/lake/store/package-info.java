/** A lake's files and its catalog, in a folder or on S3: creates lakes, puts files, publishes and removes them. */
@NullMarked
package io.duckboard.lake.store;

import org.jspecify.annotations.NullMarked;
