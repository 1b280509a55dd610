/** Measures the engine over an S3 server with latency, beside Python and bare DuckDB: {@code make bench-s3}. */
@NullMarked
package io.duckboard.engine.bench.s3;

import org.jspecify.annotations.NullMarked;
