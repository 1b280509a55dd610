/**
 * Puts a text that is still on its way on the clipboard. Browsers want to hear of it while they handle a click or a key,
 * so they are given the promise; those that take no promises, or no clipboard over plain HTTP, get it the older ways.
 */
export async function write(text: Promise<string>): Promise<void> {
  if (navigator.clipboard && 'ClipboardItem' in window) {
    const plain = text.then((ready) => new Blob([ready], { type: 'text/plain' }));
    try {
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': plain })]);
      return;
    } catch {
      // Refused, or not known: below.
    }
  }
  const ready = await text;
  if (!typed(ready)) {
    await navigator.clipboard.writeText(ready);
  }
}

function typed(text: string): boolean {
  const area = document.createElement('textarea');
  const focused = document.activeElement;
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) {
    focused.focus();
  }
  return done;
}
