/** Whether the app answers, and whether it can do its work: for what watches over it. */
@NullMarked
package io.duckboard.health;

import org.jspecify.annotations.NullMarked;
