import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
  pickedCompletion,
} from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import { type Scope, scope, unquoted } from './scope';
import { around, isText } from './statement';
import { identifier, keywordsBesideNames, type Table, TYPES, type Vocabulary } from './vocabulary';

const WORD = /(?:("(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*)\.)?("[^"]*|[\p{L}\p{N}_$]*)$/u;
const SOURCE_WORD = /\b(?:from|join|describe|summarize|pivot|unpivot)\s+(?:"[^"]*|[\p{L}\p{N}_$]*)$/iu;
/** Calls may be nested twice within it; nobody writes more in a cast. */
const VALUE = String.raw`(?:[^()]|\((?:[^()]|\([^()]*\))*\))*`;
const TYPE_WORD = new RegExp(String.raw`(?:::\s*|\b(?:try_)?cast\s*\(${VALUE}\bas\s+)\w*$`, 'i');
const ALIAS_WORD = /\bas\s+\w*$/i;
const NO_NAME = /^[\d$]/;
/** The number of characters before the cursor that show what may follow. */
const BEFORE = 200;

/** Offers tables after FROM, columns of the tables that the statement names, functions, and DuckDB's keywords. */
export function source(vocabulary: Vocabulary): CompletionSource {
  // Built once: building lists of thousands again at each key would make typing lag.
  const reserved = new Set(vocabulary.reserved);
  const byName = new Map(vocabulary.tables.map((table) => [table.name.toLowerCase(), table]));
  const tables = vocabulary.tables.map((table) => entry(table.name, 'class', `${table.columns.length} columns`, 3));
  const functions = vocabulary.functions.map((name) => entry(name, 'function', 'function', -1));
  const keywords = keywordsBesideNames(vocabulary).map((word) => plain(word.toUpperCase(), 'keyword', -2));
  const types = TYPES.map((word) => plain(word.toUpperCase(), 'type', 0));
  const everywhere = [...tables, ...functions, ...keywords];
  const columns = new WeakMap<Table, Completion[]>();
  let lastKey = '';
  let last: Completion[] = [];
  let all: Completion[] | undefined;

  function entry(name: string, type: string, detail: string, boost: number): Completion {
    const apply = type === 'function' ? name : identifier(name, reserved);
    return { label: name, apply, type, detail, boost };
  }

  function plain(label: string, type: string, boost: number): Completion {
    return { label, type, boost };
  }

  function columnsOf(table: Table): Completion[] {
    const known = columns.get(table) ?? table.columns.map((column) => entry(column.name, 'property', column.type, 2));
    columns.set(table, known);
    return known;
  }

  /** The columns of all tables, while the statement names none. */
  function allColumns(): Completion[] {
    if (!all) {
      const owners = new Map<string, string[]>();
      for (const table of vocabulary.tables) {
        for (const column of table.columns) {
          owners.set(column.name, [...(owners.get(column.name) ?? []), table.name]);
        }
      }
      all = [...owners].map(([name, of]) =>
        entry(name, 'property', of.length === 1 ? of[0] : `${of.length} tables`, 1),
      );
    }
    return all;
  }

  /** The name identifies a table of the lake: its columns, which may be thousands, are always the same. */
  function keyOf(table: Table): unknown {
    return byName.get(table.name.toLowerCase()) === table ? table.name : table;
  }

  function expressions({ named, common }: Scope): Completion[] {
    const tablesHere = [...new Set([...named.values(), ...common.values()])];
    const key = JSON.stringify([[...named.keys()], tablesHere.map(keyOf)]);
    if (key !== lastKey || last.length === 0) {
      const seen = new Set<string>();
      const known = tablesHere.length > 0 ? tablesHere.flatMap(columnsOf) : allColumns();
      const distinct = known.filter(({ label }) => !seen.has(label) && seen.add(label));
      const aliases = [...named.keys()].filter((alias) => !byName.has(alias));
      lastKey = key;
      last = [...distinct, ...aliases.map((alias) => entry(alias, 'variable', 'table here', 1)), ...everywhere];
    }
    return last;
  }

  return (context: CompletionContext) => {
    if (isText(context.state, context.pos)) {
      return null;
    }
    const before = context.state.sliceDoc(Math.max(0, context.pos - BEFORE), context.pos);
    const [, owner, word = ''] = WORD.exec(before) ?? [];
    const afterSource = SOURCE_WORD.test(before);
    if (NO_NAME.test(word) || (!owner && !word && !afterSource && !context.explicit)) {
      return null;
    }
    if (TYPE_WORD.test(before)) {
      return result(context, word, types);
    }
    if (ALIAS_WORD.test(before) && !context.explicit) {
      return null;
    }
    const here = scope(around(context.state, context.pos), byName);
    if (owner) {
      const name = unquoted(owner).toLowerCase();
      const table = here.named.get(name) ?? here.common.get(name) ?? byName.get(name);
      return table ? result(context, word, columnsOf(table)) : null;
    }
    if (afterSource) {
      const common = [...here.common.values()].map((table) => entry(table.name, 'class', 'of this statement', 4));
      return result(context, word, [...common, ...tables]);
    }
    return result(context, word, expressions(here));
  };
}

function result(context: CompletionContext, word: string, options: Completion[]): CompletionResult | null {
  if (options.length === 0) {
    return null;
  }
  const from = context.pos - word.length;
  if (!word.startsWith('"')) {
    return { from, options, validFor: /^[\p{L}\p{N}_$]*$/u };
  }
  return { from: from + 1, options: options.map(withinQuotes), validFor: /^[^"]*$/ };
}

/** Completes after an opening quote, which the editor may already have closed. */
function withinQuotes(option: Completion): Completion {
  function apply(view: EditorView, picked: Completion, from: number, to: number) {
    const insert = `"${option.label.replaceAll('"', '""')}"`;
    const end = view.state.sliceDoc(to, to + 1) === '"' ? to + 1 : to;
    view.dispatch({
      changes: { from: from - 1, to: end, insert },
      selection: { anchor: from - 1 + insert.length },
      annotations: pickedCompletion.of(picked),
      userEvent: 'input.complete',
    });
  }
  return { ...option, apply };
}
