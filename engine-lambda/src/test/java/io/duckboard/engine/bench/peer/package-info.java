/** Who is measured, each in a process of its own: the engine, a Lambda function in Python, DuckDB alone. */
@NullMarked
package io.duckboard.engine.bench.peer;

import org.jspecify.annotations.NullMarked;
