/** Describes a project's nodes, as dbt's docs do: their purpose, columns, tests and SQL. */
@NullMarked
package io.duckboard.transform.docs;

import org.jspecify.annotations.NullMarked;
