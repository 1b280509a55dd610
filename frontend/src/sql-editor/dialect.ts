import { PostgreSQL, SQLDialect } from '@codemirror/lang-sql';
import { keywordsBesideNames, TYPES, type Vocabulary } from './vocabulary';

/** The SQL that DuckDB reads: PostgreSQL's and more. */
export function dialect(vocabulary: Vocabulary): SQLDialect {
  const { types } = PostgreSQL.spec;
  return SQLDialect.define({
    ...PostgreSQL.spec,
    // Uses only DuckDB's list. PostgreSQL's includes the whole SQL standard, which would be offered at every letter.
    keywords: keywordsBesideNames(vocabulary).join(' '),
    types: `${types} ${TYPES.join(' ')}`,
    builtin: vocabulary.functions.filter((name) => /^[a-z]\w*$/.test(name)).join(' '),
    doubleDollarQuotedStrings: true,
    hashComments: false,
    operatorChars: '+-*/<>=~!@#%^&|`?:',
    specialVar: '$',
  });
}
