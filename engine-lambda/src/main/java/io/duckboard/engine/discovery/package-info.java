/** Finds out which files of a lake are which tables, and what columns these have, whoever wrote the files. */
@NullMarked
package io.duckboard.engine.discovery;

import org.jspecify.annotations.NullMarked;
