import { type Diagnostic, forEachDiagnostic } from '@codemirror/lint';
import { describe, expect, test } from 'vitest';
import { type Complaint, complaining, fixFirst, withdrawnWhenChanged } from '../../src/sql-editor/complaint';
import { editor, VOCABULARY } from './editor';
import { Headless } from './headless';

const RESERVED = new Set(VOCABULARY.reserved);

/** An editor that is told about an error. The statement begins at `start`. */
function told(marked: string, complaint: Complaint | null, start = 0) {
  const headless = new Headless(editor(marked, withdrawnWhenChanged));
  headless.dispatch(complaining(headless.state, start, complaint, RESERVED));
  return headless;
}

function errors({ state }: Headless) {
  const found: { text: string; diagnostic: Diagnostic }[] = [];
  forEachDiagnostic(state, (diagnostic, from, to) => found.push({ text: state.sliceDoc(from, to), diagnostic }));
  return found;
}

const underlined = (headless: Headless) => errors(headless).map(({ text }) => text);
const at = (position: number, hint = '') => ({ position, message: 'This is wrong.', hint });

describe('is', () => {
  test.each([
    ['the word there', 'SELECT zome FROM zones', 7, 'zome'],
    ['the name in quotes there', 'SELECT "Tip ""x"" Amount", 1', 7, '"Tip ""x"" Amount"'],
    ['the one character of what is no word', 'SELECT (1 + ', 7, '('],
    ['the rest of a word', 'SELECT zome', 9, 'me'],
    ['a word of any script', 'SELECT größe, 1', 7, 'größe'],
    ['nothing more behind the last character', 'SELECT', 6, ''],
    ['a quote that stays open', 'SELECT "zome', 7, '"'],
  ])('%s', (_, sql, position, text) => {
    expect(underlined(told(`${sql}|`, at(position)))).toEqual([text]);
  });

  test('counted from the start of what was run', () => {
    expect(underlined(told('SELECT 1;\nSELECT zome;|', at(7), 10))).toEqual(['zome']);
  });

  test('none where the text has become shorter meanwhile', () => {
    expect(underlined(told('SELECT|', at(40)))).toEqual([]);
  });
});

test('says what is wrong, and what to do', () => {
  const messages = (hint: string) =>
    errors(told('SELECT zome|', at(7, hint))).map(({ diagnostic }) => diagnostic.message);
  expect(messages('Write it well.')).toEqual(['This is wrong.\nWrite it well.']);
  expect(messages('')).toEqual(['This is wrong.']);
});

test('is taken away by no error', () => {
  const headless = told('SELECT zome|', at(7));
  headless.dispatch(complaining(headless.state, 0, null, RESERVED));
  expect(underlined(headless)).toEqual([]);
});

test.each([
  ['is withdrawn when the word is changed', 'SELECT zome| FROM zones', 'x', []],
  ['stays when something else is changed', '|SELECT zome FROM zones', '/**/ ', ['zome']],
])('%s', (_, marked, keys, left) => {
  const headless = told(marked, at(7));
  headless.type(keys);
  expect(underlined(headless)).toEqual(left);
});

describe('is mended by key', () => {
  test.each([
    ['SELECT zome FROM zones', 'Did you mean "zone"?', 'SELECT zone| FROM zones'],
    ['SELECT zome FROM zones', 'Did you mean "Total Amount"?', 'SELECT "Total Amount"| FROM zones'],
    ['SELECT zome FROM zones', 'Did you mean "main.order"?', 'SELECT main."order"| FROM zones'],
  ])('in %j by %j', (sql, hint, after) => {
    const headless = told(`|${sql}`, at(7, hint));
    expect(fixFirst(headless.view)).toBe(true);
    expect(headless.marked).toBe(after);
    expect(underlined(headless)).toEqual([]);
  });

  test.each(['', 'Write "zone" instead.', 'Did you mean zone?'])('not where the hint offers nothing: %j', (hint) => {
    const headless = told('|SELECT zome', at(7, hint));
    expect(fixFirst(headless.view)).toBe(false);
    expect(headless.marked).toBe('|SELECT zome');
  });

  test('not where there is no error', () => {
    expect(fixFirst(told('|SELECT 1', null).view)).toBe(false);
  });
});
