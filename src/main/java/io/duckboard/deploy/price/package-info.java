/** What a month on AWS costs, and what it has cost so far. */
@NullMarked
package io.duckboard.deploy.price;

import org.jspecify.annotations.NullMarked;
