import { describe, expect, test } from 'vitest';
import cases from '../../../engine-lambda/src/test/resources/io/duckboard/engine/sql/lexical-cases.json';
import { replaceBraces } from '../../src/sql-editor/braces';
import { grouped } from '../../src/sql-editor/items';
import { tokens } from '../../src/sql-editor/lexer';
import { isText } from '../../src/sql-editor/statement';
import { unread } from './editor';
import { Headless } from './headless';

/** The text with the editor's line ends. */
const asInEditor = (text: string) => text.replaceAll('\r', '\n');

describe.each(cases)('$rule', ({ sql, tokens: expected, parameters }) => {
  const read = tokens(sql);

  test('is how a text is taken into tokens', () => {
    expect(read.map(({ kind, text }) => `${kind} ${text}`)).toEqual(expected);
    expect(read.map(({ from, to }) => sql.slice(from, to))).toEqual(read.map(({ text }) => text));
  });

  test('is how parameters are found', () => {
    const names = read.filter(({ kind }) => kind === 'parameter').map(({ text }) => text.slice(1));
    const distinct = new Map(names.toReversed().map((name) => [name.toLowerCase(), name]));
    expect([...distinct.values()].toReversed()).toEqual(parameters);
  });

  test('is how a statement is read', () => {
    const words = (grouped(sql) as unknown[]).flat(Number.POSITIVE_INFINITY);
    const expectedWords = read.filter(({ kind, text }) => kind !== 'comment' && text !== '(' && text !== ')');
    expect(words).toEqual(expectedWords.map(({ text }) => text));
  });

  test('is how text and code are told apart', () => {
    const state = unread(sql);
    for (const { kind, text, from, to } of read) {
      for (let place = from + 1; place <= to; place++) {
        expect(isText(state, place), `${text} at ${place}`).toBe(kind === 'string' || kind === 'comment');
      }
    }
  });

  test('is how braces are left alone', () => {
    for (const { kind, to } of read) {
      if (['string', 'name', 'comment'].includes(kind)) {
        const text = asInEditor(`${sql.slice(0, to - 1)}{{x}}${sql.slice(to - 1)}`);
        const headless = new Headless(unread(text));
        replaceBraces(headless.view);
        expect(headless.state.doc.toString()).toBe(text);
      }
    }
  });
});

test.each(["'it''s' ", "E'\\'' ", '"a""b" ', '/* a */ ', '/* ', '*/ ', '+', '+-', '$a ', '$a$ ', '1.'])(
  'the longest text of %j is read at once',
  (piece) => {
    expect(tokens(piece.repeat(40_000))).not.toHaveLength(0);
  },
);

test('the longest tokens are read at once', () => {
  expect(tokens(`'${'a'.repeat(400_000)}`)).toHaveLength(1);
  expect(tokens(`'${"''".repeat(200_000)}'`)).toHaveLength(1);
  expect(tokens(`$$${'$ '.repeat(200_000)}`)).toHaveLength(1);
  expect(tokens(`'a'${'\n'.repeat(200_000)}x`)).toHaveLength(2);
  expect(tokens(`'a'${'-'.repeat(200_000)}`)).toHaveLength(2);
});
