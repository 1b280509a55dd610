package io.duckboard.api;

import java.util.List;

/** The tables of the lake, by name. */
record TableList(List<TableSummary> tables) {}
