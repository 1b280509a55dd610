/** Looking after a lake's tables: adding anyone's files, taking in what others did, taking tables out. */
@NullMarked
package io.duckboard.lake.tables;

import org.jspecify.annotations.NullMarked;
