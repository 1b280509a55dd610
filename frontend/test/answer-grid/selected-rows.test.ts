import { expect, test, vi } from 'vitest';
import { Selection } from '../../src/answer-grid/selection';

/** Selects in an answer that is shown backwards: the first shown row is row 99 of the answer. */
function selecting() {
  const changed = vi.fn();
  const range = (from: number, to: number) =>
    Promise.resolve(Array.from({ length: to - from }, (_, i) => 99 - from - i));
  const selection = new Selection(range, changed);
  return { selection, changed, selected: () => [...selection.positions].sort((a, b) => a - b) };
}

test('come and go one by one', () => {
  const { selection, selected } = selecting();
  selection.toggle(99, 0);
  selection.toggle(97, 2);
  selection.toggle(99, 0);
  expect(selected()).toEqual([97]);
});

test.each([
  ['down', 2, 4],
  ['up', 4, 2],
])('reach %s from the one that was touched last, both ends included', async (_, from, to) => {
  const { selection, selected } = selecting();
  selection.touch(from);
  await selection.extend(to);
  expect(selected()).toEqual([95, 96, 97]);
});

test('reach from the one that was toggled last', async () => {
  const { selection, selected } = selecting();
  selection.toggle(89, 10);
  await selection.extend(11);
  expect(selected()).toEqual([88, 89]);
});

test('reach from the first while none was touched', async () => {
  const { selection, selected } = selecting();
  await selection.extend(1);
  expect(selected()).toEqual([98, 99]);
});

test('keep those that were selected before', async () => {
  const { selection, selected } = selecting();
  selection.toggle(0, 99);
  selection.touch(0);
  await selection.extend(1);
  expect(selected()).toEqual([0, 98, 99]);
});

test('are told of after each change', async () => {
  const { selection, changed } = selecting();
  selection.toggle(99, 0);
  expect(changed).toHaveBeenCalledTimes(1);
  await selection.add(0, 5);
  expect(changed).toHaveBeenCalledTimes(2);
  selection.clear();
  expect(changed).toHaveBeenCalledTimes(3);
});

test('are not told of while nothing changes', () => {
  const { selection, changed } = selecting();
  selection.touch(3);
  selection.clear();
  expect(changed).not.toHaveBeenCalled();
});

test('are none of a range that arrives after they have been cleared', async () => {
  const { selection, changed, selected } = selecting();
  const late = selection.add(0, 5);
  selection.clear();
  await late;
  expect(selected()).toEqual([]);
  expect(changed).not.toHaveBeenCalled();
});

test('are none after they are cleared, and a range begins at the first again', async () => {
  const { selection, selected } = selecting();
  selection.toggle(94, 5);
  selection.clear();
  expect(selected()).toEqual([]);
  await selection.extend(0);
  expect(selected()).toEqual([99]);
});
