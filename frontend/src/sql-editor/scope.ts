import { grouped, type Item } from './items';
import type { Column, Table } from './vocabulary';

/** The letter in front of a string is not a name. */
const NAME = /^(?:"|[A-Za-z_\u{80}-\u{10FFFF}][^']*$)/u;
/** What can end an expression: a string, a name, a number or a parameter. */
const VALUE = /^(?:['"$\w\u{80}-\u{10FFFF}]|\.\d)/u;
const JOINING = 'natural inner left right full outer cross asof positional semi anti join on using lateral';
const CLAUSES = 'where group having window qualify order limit offset union intersect except sample';
const NO_ALIAS = new Set(`${JOINING} ${CLAUSES} select from as tablesample pivot unpivot with`.split(' '));
const ENDS_SOURCES = new Set(CLAUSES.split(' '));
const AFTER_SELECTED = new Set(['from', ...CLAUSES.split(' ')]);
/** After these an expression continues, and no name begins. */
const OPERATORS = new Set('and or not is like ilike glob similar to in between escape collate'.split(' '));
/** These are names only after AS. */
const VALUES = new Set('end null true false'.split(' '));

/** The names that a statement can use, in lower case. */
export interface Scope {
  /** What the statement reads, by the statement's own names: tables, common table expressions and subqueries. */
  readonly named: ReadonlyMap<string, Table>;
  /** Its common table expressions. */
  readonly common: ReadonlyMap<string, Table>;
}

/** Finds the scope of a statement that may be incomplete. */
export function scope(text: string, tables: ReadonlyMap<string, Table>): Scope {
  const reading = new Reading(tables);
  reading.query(grouped(text));
  return reading;
}

export function unquoted(name: string): string {
  return name.startsWith('"') ? name.slice(1).replace(/"$/, '').replaceAll('""', '"') : name;
}

class Reading implements Scope {
  readonly named = new Map<string, Table>();
  readonly common = new Map<string, Table>();

  constructor(private readonly tables: ReadonlyMap<string, Table>) {}

  /** @returns the columns of the query, as far as they are easy to find */
  query(items: Item[]): Column[] {
    const here: Table[] = [];
    let selected: Item[] | undefined;
    let naming = false;
    for (let i = 0; i < items.length; i++) {
      const item = items[i];
      if (Array.isArray(item)) {
        this.query(item);
        continue;
      }
      const word = item.toLowerCase();
      if (word === 'with') {
        i = this.commonTables(items, i + 1) - 1;
      } else if (word === 'from' || word === 'join' || (word === ',' && naming)) {
        naming = true;
        i = this.source(items, i + 1, here) - 1;
      } else if (word === 'select') {
        naming = false;
        selected ??= upTo(items, startOfList(items, i + 1));
      } else if (ENDS_SOURCES.has(word)) {
        naming = false;
      }
    }
    const all = here.flatMap((table) => table.columns);
    return selected ? listed(selected).flatMap((entry) => columnsOf(entry, all)) : all;
  }

  /** `name [(columns)] AS [[NOT] MATERIALIZED] (query), …` */
  private commonTables(items: Item[], start: number): number {
    let i = start;
    for (;;) {
      if (lower(items[i]) === 'recursive') {
        i++;
      }
      const name = items[i];
      if (!isName(name)) {
        return i;
      }
      const columns = items[i + 1];
      i += Array.isArray(columns) ? 2 : 1;
      while (['as', 'not', 'materialized'].includes(lower(items[i]))) {
        i++;
      }
      const body = items[i];
      if (!Array.isArray(body)) {
        return i;
      }
      const found = this.query(body);
      const table = { name: unquoted(name), columns: Array.isArray(columns) ? renamed(columns, found) : found };
      this.common.set(table.name.toLowerCase(), table);
      if (items[++i] !== ',') {
        return i;
      }
      i++;
    }
  }

  /** `[schema.]table [AS] alias`, `(query) alias`, `function(…) alias(columns)` */
  private source(items: Item[], start: number, here: Table[]): number {
    let i = start + (lower(items[start]) === 'lateral' ? 1 : 0);
    const first = items[i];
    let table: Table | undefined;
    if (Array.isArray(first)) {
      table = { name: '', columns: this.query(first) };
      i++;
    } else if (isName(first) && !NO_ALIAS.has(first.toLowerCase())) {
      let name = first;
      while (items[i + 1] === '.' && isName(items[i + 2])) {
        i += 2;
        name = items[i] as string;
      }
      i++;
      const known = this.common.get(unquoted(name).toLowerCase()) ?? this.tables.get(unquoted(name).toLowerCase());
      table = known ?? { name: '', columns: [] };
      if (Array.isArray(items[i])) {
        this.query(items[i++] as Item[]);
      }
    } else {
      return i;
    }
    if (lower(items[i]) === 'as') {
      i++;
    }
    const alias = items[i];
    let called = table.name;
    if (isName(alias) && !NO_ALIAS.has(alias.toLowerCase())) {
      called = unquoted(alias);
      i++;
      if (Array.isArray(items[i])) {
        table = { name: called, columns: renamed(items[i++] as Item[], table.columns) };
      }
    }
    here.push(table);
    if (called) {
      this.named.set(called.toLowerCase(), table);
    }
    return i;
  }
}

/** Skips DISTINCT, ALL and DISTINCT ON (…), which stand before the list. */
function startOfList(items: Item[], start: number): number {
  if (!['distinct', 'all'].includes(lower(items[start]))) {
    return start;
  }
  return lower(items[start + 1]) === 'on' ? start + 3 : start + 1;
}

function upTo(items: Item[], start: number): Item[] {
  const end = items.findIndex((item, i) => i >= start && AFTER_SELECTED.has(lower(item)));
  return items.slice(start, end < 0 ? items.length : end);
}

function listed(items: Item[]): Item[][] {
  let entry: Item[] = [];
  const entries = [entry];
  for (const item of items) {
    if (item === ',') {
      entry = [];
      entries.push(entry);
    } else {
      entry.push(item);
    }
  }
  return entries;
}

function columnsOf(entry: Item[], all: Column[]): Column[] {
  const last = entry.at(-1);
  if (last === '*' || entry[0] === '*') {
    return all;
  }
  if (isName(entry[0]) && entry[1] === ':') {
    return [column(entry[0], [])];
  }
  const before = entry.at(-2);
  const endsExpression = OPERATORS.has(lower(before)) || (VALUES.has(lower(last)) && lower(before) !== 'as');
  const named =
    isName(last) &&
    !endsExpression &&
    (before === undefined || before === '.' || Array.isArray(before) || VALUE.test(before));
  return named ? [column(last, before === undefined || before === '.' ? all : [])] : [];
}

function column(name: string, known: Column[]): Column {
  const plain = unquoted(name);
  return known.find((each) => each.name.toLowerCase() === plain.toLowerCase()) ?? { name: plain, type: '' };
}

function renamed(names: Item[], columns: Column[]): Column[] {
  return names.filter(isName).map((name, i) => ({ name: unquoted(name), type: columns[i]?.type ?? '' }));
}

function isName(item: Item | undefined): item is string {
  return typeof item === 'string' && NAME.test(item);
}

function lower(item: Item | undefined): string {
  return typeof item === 'string' ? item.toLowerCase() : '';
}
