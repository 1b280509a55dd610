import { history, undo } from '@codemirror/commands';
import type { EditorState } from '@codemirror/state';
import { beforeEach, expect, test, vi } from 'vitest';
import { Documents, replacement } from '../../src/sql-editor/documents';
import { Headless } from './headless';
import { SessionStorage } from './session-storage';

const open = () => new Documents(() => history());
const text = (state: EditorState) => state.doc.toString();

/** The text of a document after an undo. */
function undone(state: EditorState) {
  const headless = new Headless(state);
  undo(headless);
  return text(headless.state);
}

/** Leaves the page with a document that has had these texts, one after the other. */
function left(texts: string[], ...known: string[]) {
  const documents = open();
  const headless = new Headless(documents.open('tab', texts[0]));
  for (const next of texts.slice(1)) {
    headless.dispatch(replacement(headless.state, next));
  }
  documents.keep('tab', headless.state);
  documents.store(new Map([['tab', known]]));
}

let storage: SessionStorage;

beforeEach(() => {
  storage = new SessionStorage();
  vi.stubGlobal('sessionStorage', storage);
});

test('a document is what the server says where nothing is stored', () => {
  expect(text(open().open('tab', 'SELECT 1'))).toBe('SELECT 1');
});

test('what was typed can be undone after a reload', () => {
  left(['', 'SELECT 1'], 'SELECT 1');
  const state = open().open('tab', 'SELECT 1');
  expect(text(state)).toBe('SELECT 1');
  expect(undone(state)).toBe('');
});

test('the cursor is where it was', () => {
  const documents = open();
  const state = documents.open('tab', 'SELECT 1').update({ selection: { anchor: 3 } }).state;
  documents.keep('tab', state);
  documents.store(new Map([['tab', ['SELECT 1']]]));
  expect(open().open('tab', 'SELECT 1').selection.main.head).toBe(3);
});

test('keys whose news were lost are there after a reload', () => {
  left(['SELECT 1', 'SELECT 1 + 2'], 'SELECT 1');
  expect(text(open().open('tab', 'SELECT 1'))).toBe('SELECT 1 + 2');
});

test('what was typed while nobody answered is there after a reload, however much of it was heard', () => {
  for (const heard of ['SELECT 1', 'SELECT 1 +', 'SELECT 1 + 2']) {
    left(['SELECT 1', 'SELECT 1 +', 'SELECT 1 + 2', 'SELECT 1 + 2 + 3'], 'SELECT 1', 'SELECT 1 +', 'SELECT 1 + 2');
    expect(text(open().open('tab', heard))).toBe('SELECT 1 + 2 + 3');
  }
});

test('texts that nobody answered do not take the room of the last one', () => {
  const long = `SELECT '${'long '.repeat(10_000)}'`;
  left([long, `${long} + 1`], ...Array.from({ length: 20 }, (_, number) => `${long} ${number}`));
  expect(text(open().open('tab', `${long} 0`))).toBe(`${long} + 1`);
});

test('a text that was changed elsewhere meanwhile is the server’s', () => {
  left(['', 'SELECT 1'], 'SELECT 1');
  const state = open().open('tab', 'SELECT 2');
  expect(text(state)).toBe('SELECT 2');
  expect(undone(state)).toBe('SELECT 2');
});

test('the one text that the version before knew is taken as a whole', () => {
  storage.setItem(
    'duckboard-editor:tab',
    JSON.stringify({ known: 'SELECT 1', state: open().open('', 'SELECT 1 + 2').toJSON() }),
  );
  expect(text(open().open('tab', 'SELECT 1'))).toBe('SELECT 1 + 2');
  expect(text(open().open('tab', 'SELECT'))).toBe('SELECT');
});

test('what another version has stored is not read', () => {
  for (const json of ['{', 'null', '{}', '{"state":{"doc":"SELECT 1","selection":7}}', '{"state":"SELECT 1"}']) {
    storage.setItem('duckboard-editor:tab', json);
    expect(text(open().open('tab', 'SELECT 1'))).toBe('SELECT 1');
  }
});

test('a document that is forgotten is stored no more', () => {
  left(['SELECT 1'], 'SELECT 1');
  const documents = open();
  documents.keep('tab', documents.open('tab', 'SELECT 1'));
  documents.forget('tab');
  expect(documents.get('tab')).toBeUndefined();
  expect(storage.size).toBe(0);
});

test('a document is kept with its history while another is shown', () => {
  const documents = open();
  const headless = new Headless(documents.open('one', ''));
  headless.type('SELECT 1');
  documents.keep('one', headless.state);
  expect(documents.get('one')?.state).toBe(headless.state);
  expect(documents.get('two')).toBeUndefined();
});

test('a history that has no room is left behind, and the text kept', () => {
  storage = new SessionStorage(500);
  vi.stubGlobal('sessionStorage', storage);
  left([`SELECT '${'long '.repeat(200)}'`, 'SELECT 1'], '');
  const state = open().open('tab', '');
  expect(text(state)).toBe('SELECT 1');
  expect(undone(state)).toBe('SELECT 1');
});

test('a text that is too long leaves nothing older behind', () => {
  left(['SELECT 1'], 'SELECT 1');
  left([`SELECT '${'long '.repeat(100_000)}'`], '');
  expect(storage.size).toBe(0);
});
