/** Lays SQL out anew. @throws if it is no SQL, or if more than blanks would change */
export async function laidOut(sql: string): Promise<string> {
  const { formatDialect, duckdb } = await import('sql-formatter');
  const text = formatDialect(sql, {
    dialect: duckdb,
    keywordCase: 'preserve',
    tabWidth: 2,
    // $name, which its dialect does not know; not the begin of $tag$…$tag$.
    paramTypes: { custom: [{ regex: String.raw`\$\w+(?![\w$])` }] },
  });
  if (unspaced(text) !== unspaced(sql)) {
    throw new Error('The layout would change the text.');
  }
  return text;
}

function unspaced(text: string): string {
  return text.replaceAll(/\s+/g, '');
}
