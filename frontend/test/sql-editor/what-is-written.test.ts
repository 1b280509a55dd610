import { insertCompletionText } from '@codemirror/autocomplete';
import { expect, test } from 'vitest';
import { editor } from './editor';
import { Headless } from './headless';
import { offered } from './offers';

/** The text after one of the words offered has been picked. */
function picked(marked: string, label: string) {
  const headless = new Headless(editor(marked));
  const result = offered(marked);
  const option = result?.options.find((each) => each.label === label);
  if (!result || !option) {
    throw new Error(`${label} is not offered.`);
  }
  const to = headless.state.selection.main.head;
  if (typeof option.apply === 'function') {
    option.apply(headless.view, option, result.from, to);
  } else {
    headless.dispatch(insertCompletionText(headless.state, option.apply ?? option.label, result.from, to));
  }
  return headless.marked;
}

test.each([
  ['a name as it is', 'SELECT * FROM tr|', 'trips', 'SELECT * FROM trips|'],
  [
    'a name in quotes where it needs them',
    'SELECT To| FROM trips',
    'Total Amount',
    'SELECT "Total Amount"| FROM trips',
  ],
  ['a column behind its table', 'SELECT z.| FROM zones z', 'zone', 'SELECT z.zone| FROM zones z'],
  ['a keyword in capitals', 'SELECT 1 ord|', 'ORDER', 'SELECT 1 ORDER|'],
  ['a function without quotes', 'SELECT date_|', 'date_trunc', 'SELECT date_trunc|'],
  ['the end of quotes that have begun', 'SELECT * FROM "tr|', 'trips', 'SELECT * FROM "trips"|'],
  [
    'over the quote that the editor has closed',
    'FROM trips SELECT "To|"',
    'Total Amount',
    'FROM trips SELECT "Total Amount"|',
  ],
])('is %s', (_, marked, label, after) => {
  expect(picked(marked, label)).toBe(after);
});
