import { history, undo } from '@codemirror/commands';
import { expect, test } from 'vitest';
import { insertion } from '../../src/sql-editor/insertion';
import { editor } from './editor';
import { Headless } from './headless';

function inserted(marked: string, text = 'trips') {
  const headless = new Headless(editor(marked));
  headless.dispatch(insertion(headless.state, text));
  return headless.marked;
}

test.each([
  ['|', 'trips|'],
  ['SELECT * FROM |', 'SELECT * FROM trips|'],
  ['SELECT * FROM|', 'SELECT * FROM trips|'],
  ['|WHERE', 'trips| WHERE'],
  ['count(*)|FROM', 'count(*) trips| FROM'],
  ['SELECT "a"|"b"', 'SELECT "a" trips| "b"'],
  ['SELECT größe|élan', 'SELECT größe trips| élan'],
  ['SELECT count(|)', 'SELECT count(trips|)'],
  ['SELECT a,|,b', 'SELECT a,trips|,b'],
])('stands apart from the words on both sides: %j', (before, after) => {
  expect(inserted(before)).toBe(after);
});

test('takes the place of what is selected', () => {
  expect(inserted('FROM |zones| z')).toBe('FROM trips| z');
});

test('is a step of its own to undo', () => {
  const headless = new Headless(editor('|', history()));
  headless.type('FROM ');
  headless.dispatch(insertion(headless.state, 'trips'));
  headless.type(' t');
  undo(headless);
  expect(headless.state.doc.toString()).toBe('FROM trips');
  undo(headless);
  expect(headless.state.doc.toString()).toBe('FROM ');
});
