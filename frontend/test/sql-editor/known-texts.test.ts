import { expect, test } from 'vitest';
import { KnownTexts } from '../../src/sql-editor/known-texts';

const possible = (known: KnownTexts, tabId: string) => known.possible().get(tabId);

test('the server knows what it gave', () => {
  const known = new KnownTexts();
  known.give('a', 'SELECT 1');
  expect(known.last('a')).toBe('SELECT 1');
  expect(possible(known, 'a')).toEqual(['SELECT 1']);
  expect(known.last('b')).toBeUndefined();
});

test('it may know anything that it was told since it answered', () => {
  const known = new KnownTexts();
  known.give('a', '1');
  const first = known.tell('a', '1 +');
  known.tell('a', '1 + 2');
  known.tell('a', '1 + 2 + 3');
  expect(possible(known, 'a')).toEqual(['1', '1 +', '1 + 2', '1 + 2 + 3']);
  known.hear(first);
  expect(possible(known, 'a')).toEqual(['1 +', '1 + 2', '1 + 2 + 3']);
  expect(known.last('a')).toBe('1 + 2 + 3');
});

test('what it hears of one document says nothing of what came later of another', () => {
  const known = new KnownTexts();
  known.give('a', '1');
  known.give('b', '2');
  const first = known.tell('a', '11');
  known.tell('b', '22');
  known.hear(first);
  expect(possible(known, 'a')).toEqual(['11']);
  expect(possible(known, 'b')).toEqual(['2', '22']);
});

test('what it gives takes the place of what it was told', () => {
  const known = new KnownTexts();
  known.give('a', '1');
  const late = known.tell('a', '11');
  known.give('a', '3');
  known.hear(late);
  expect(possible(known, 'a')).toEqual(['3']);
  known.forget('a');
  expect(possible(known, 'a')).toBeUndefined();
});
