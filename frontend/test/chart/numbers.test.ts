import { describe, expect, test } from 'vitest';
import { atMark, commonUnit, onAxis } from '../../src/chart/style';
import { amount, named } from '../../src/chart/tooltip';
import { datum } from './specs';

test.each([
  [0, '0'],
  [-5, '-5'],
  [99_999, '99,999'],
  [100_000, '100K'],
  [-2_500_000, '-2.5M'],
  [0.25, '0.25'],
  [0.1 + 0.2, '0.3'],
  [0.0003, '0.0003'],
  [1.0001, '1.0001'],
  [2e-12, '0.000000000002'],
  [-0.000025, '-0.000025'],
])('%f on an axis is %s', (value, text) => {
  expect(onAxis(value)).toBe(text);
});

test.each([
  ['9,007,199,254,740,993', 9007199254740992, '9,007,199,254,740,993'],
  ['12.5', 12.5, '12.5'],
  ['1,234.56789', 1234.56789, '1,234.57'],
  ['0.000123456', 0.000123456, '0.0001235'],
  ['-2.71999', -2.71999, '-2.72'],
  ['2019-04-01', 1554076800000, '2019-04-01'],
  ['1.5E+300', 1.5e300, '1.5E+300'],
])('%s at its mark', (text, value, short) => {
  expect(atMark({ value, text })).toBe(short);
});

describe('the unit of an axis', () => {
  test.each([
    [['trips', 'trips'], 'trips'],
    [['trips', '$'], ''],
    [['', ''], ''],
    [[], ''],
  ])('of %j is %j', (units, unit) => {
    expect(commonUnit(units.map((each) => ({ unit: each })))).toBe(unit);
  });
});

test.each([
  [datum(5), 'trips', '5 trips'],
  [datum(5), '', '5'],
])('an amount has its unit, if there is one: %o, %j', (value, unit, text) => {
  expect(amount(value, unit)).toBe(text);
});

test.each([
  ['Fares', '$', 'Fares: 5 $'],
  ['Trips', 'trips', '5 trips'],
  ['n', '', 'n: 5'],
  ['', '', '5'],
])('what is called %j and counted in %j is told as %j', (name, unit, text) => {
  expect(named(name, datum(5), unit)).toBe(text);
});
