import type { Datum } from './chart-spec';

/** Elements with text and never HTML, because names come from the lake. */
export function note(title: string, ...lines: string[]) {
  const name = document.createElement('strong');
  name.textContent = title;
  const box = document.createElement('div');
  box.append(name, ...lines.filter((each) => each !== '').map(line));
  return box;
}

export function amount(datum: Datum, unit: string) {
  return unit === '' ? datum.text : `${datum.text} ${unit}`;
}

/** An amount, with its name if there is more than one series. */
export function named(name: string, datum: Datum, unit: string) {
  return unit.toLowerCase() === name.toLowerCase() ? amount(datum, unit) : `${name}: ${amount(datum, unit)}`;
}

function line(text: string) {
  const element = document.createElement('div');
  element.textContent = text;
  return element;
}
