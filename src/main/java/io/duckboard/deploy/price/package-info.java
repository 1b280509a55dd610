/** Estimates what a month on AWS costs. */
@NullMarked
package io.duckboard.deploy.price;

import org.jspecify.annotations.NullMarked;
