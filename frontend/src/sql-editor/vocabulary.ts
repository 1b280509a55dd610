/** The words that the engine knows, for completion and colours. */
export interface Vocabulary {
  keywords: string[];
  /** The keywords that are not names without quotes. */
  reserved: string[];
  functions: string[];
  tables: Table[];
}

export interface Table {
  name: string;
  columns: Column[];
}

export interface Column {
  name: string;
  type: string;
}

/** The types that a value can be cast to. */
export const TYPES =
  'bigint bit blob boolean date decimal double float hugeint integer interval json list map real smallint struct text time timestamp timestamptz tinyint ubigint uhugeint uinteger union usmallint utinyint uuid varchar'.split(
    ' ',
  );

export const EMPTY: Vocabulary = { keywords: [], reserved: [], functions: [], tables: [] };

/** Quotes a name if DuckDB would not read it as a name otherwise. */
export function identifier(name: string, reserved: ReadonlySet<string>): string {
  const plain = /^[a-z_][a-z0-9_]*$/i.test(name) && !reserved.has(name.toLowerCase());
  return plain ? name : `"${name.replaceAll('"', '""')}"`;
}

/**
 * The keywords that no column or table here has as its name: `zone` is a keyword in few statements, and a column in
 * most.
 */
export function keywordsBesideNames(vocabulary: Vocabulary): string[] {
  const reserved = new Set(vocabulary.reserved);
  const names = new Set(
    vocabulary.tables
      .flatMap((table) => [table.name, ...table.columns.map((column) => column.name)])
      .map((name) => name.toLowerCase()),
  );
  return vocabulary.keywords.filter((keyword) => reserved.has(keyword) || !names.has(keyword));
}
