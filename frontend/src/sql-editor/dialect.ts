import { PostgreSQL, SQLDialect } from '@codemirror/lang-sql';
import { keywordsBesideNames, TYPES, type Vocabulary } from './vocabulary';

/** What DuckDB reads, which is PostgreSQL's SQL and more. */
export function dialect(vocabulary: Vocabulary): SQLDialect {
  const { types } = PostgreSQL.spec;
  return SQLDialect.define({
    ...PostgreSQL.spec,
    // Its own list alone: PostgreSQL's spec has the whole SQL standard's, to be offered at every letter.
    keywords: keywordsBesideNames(vocabulary).join(' '),
    types: `${types} ${TYPES.join(' ')}`,
    builtin: vocabulary.functions.filter((name) => /^[a-z]\w*$/.test(name)).join(' '),
    doubleDollarQuotedStrings: true,
    hashComments: false,
    operatorChars: '+-*/<>=~!@#%^&|`?:',
    specialVar: '$',
  });
}
