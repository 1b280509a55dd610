/** The proof that nothing of anyone's is ever lost, and that what is Duckboard's own goes when its time is over. */
@NullMarked
package io.duckboard.lake.ownership;

import org.jspecify.annotations.NullMarked;
