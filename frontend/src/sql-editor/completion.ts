import type { Completion, CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete';
import { keywordCompletionSource, type SQLDialect } from '@codemirror/lang-sql';
import { syntaxTree } from '@codemirror/language';
import { statement } from './statement';
import { identifier, type Table, type Vocabulary } from './vocabulary';

const NAME = /(?:"(?:[^"]|"")*"?|[\w$]+)/;
const WORD = new RegExp(`(${NAME.source}\\.)?(${NAME.source})?$`);
const SOURCE = new RegExp(
  `\\b(?:from|join|,)\\s+(${NAME.source})(?:\\s+(?:as\\s+)?(?!on\\b|using\\b|where\\b|group\\b|order\\b|join\\b|left\\b|right\\b|inner\\b|full\\b|cross\\b|asof\\b|limit\\b|having\\b|qualify\\b|select\\b)([a-z_]\\w*))?`,
  'gi',
);
const AFTER_SOURCE_WORD = /\b(?:from|join|describe|summarize|table|into|update)\s+(?:"[^"]*|\w*)$/i;

/** Tables after FROM, columns of the tables that the statement names, functions, and DuckDB's keywords. */
export function sources(vocabulary: Vocabulary, dialect: SQLDialect): CompletionSource[] {
  const reserved = new Set(vocabulary.reserved);
  const tables = vocabulary.tables.map((table) => entry(table.name, 'class', `${table.columns.length} columns`, 3));
  const functions = vocabulary.functions.map((name) => ({ ...entry(name, 'function', 'function', -1), apply: name }));

  function entry(name: string, type: string, detail: string, boost: number): Completion {
    return { label: name, apply: identifier(name, reserved), type, detail, boost };
  }

  function columns(of: readonly Table[]): Completion[] {
    const seen = new Map<string, Completion>();
    for (const table of of) {
      for (const column of table.columns) {
        seen.set(column.name, entry(column.name, 'property', column.type, 2));
      }
    }
    return [...seen.values()];
  }

  function names(context: CompletionContext): CompletionResult | null {
    if (isText(context)) {
      return null;
    }
    const before = context.state.sliceDoc(context.state.doc.lineAt(context.pos).from, context.pos);
    const [whole = '', owner, word = ''] = WORD.exec(before) ?? [];
    const afterSource = AFTER_SOURCE_WORD.test(context.state.sliceDoc(Math.max(0, context.pos - 200), context.pos));
    if (!whole && !afterSource && !context.explicit) {
      return null;
    }
    const named = namedTables(context, vocabulary.tables);
    if (owner) {
      const table = named.get(unquoted(owner.slice(0, -1)).toLowerCase());
      return table ? result(context.pos - word.length, columns([table])) : null;
    }
    if (afterSource) {
      return result(context.pos - word.length, tables);
    }
    const aliases = [...named.keys()].map((alias) => entry(alias, 'variable', 'table here', 1));
    return result(context.pos - word.length, [...columns([...new Set(named.values())]), ...aliases, ...tables, ...functions]);
  }

  const keywords = keywordCompletionSource(dialect, true);
  return [names, (context) => (context.matchBefore(/\.\w*$/) ? null : keywords(context))];
}

function result(from: number, options: Completion[]): CompletionResult | null {
  return options.length > 0 ? { from, options, validFor: /^"?\w*$/ } : null;
}

/** By what the statement calls them: their names, or the aliases it gives them. */
function namedTables(context: CompletionContext, tables: readonly Table[]): Map<string, Table> {
  const found = new Map<string, Table>();
  const text = statement(context.state, context.pos)?.text ?? '';
  for (const [, name, alias] of text.matchAll(SOURCE)) {
    const table = tables.find((candidate) => candidate.name.toLowerCase() === unquoted(name ?? '').toLowerCase());
    if (table) {
      found.set((alias ?? table.name).toLowerCase(), table);
    }
  }
  return found;
}

function unquoted(name: string): string {
  return name.startsWith('"') ? name.slice(1).replace(/"$/, '').replaceAll('""', '"') : name;
}

function isText(context: CompletionContext): boolean {
  const node = syntaxTree(context.state).resolveInner(context.pos, -1).name;
  return node === 'String' || node === 'LineComment' || node === 'BlockComment';
}
