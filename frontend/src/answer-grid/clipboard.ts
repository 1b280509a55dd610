/**
 * Puts a text that is still on its way on the clipboard. Browsers must be asked while they handle a click or a key, so
 * they get the promise. Browsers that do not take promises, or have no clipboard over plain HTTP, get it in the older
 * ways.
 */
export async function write(text: Promise<string>): Promise<void> {
  if (navigator.clipboard && 'ClipboardItem' in window) {
    const plain = text.then((ready) => new Blob([ready], { type: 'text/plain' }));
    try {
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': plain })]);
      return;
    } catch {
      // The browser refuses this or does not know it: the older ways follow below.
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
