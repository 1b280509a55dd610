/** How another process of the same account asks the one that has the home's database open. */
@NullMarked
package io.duckboard.database.socket;

import org.jspecify.annotations.NullMarked;
