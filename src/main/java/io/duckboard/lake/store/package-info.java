/** A lake's files and its catalog, in a folder or on S3: making a lake, putting, publishing, removing. */
@NullMarked
package io.duckboard.lake.store;

import org.jspecify.annotations.NullMarked;
