/** A page that can be used is worth more than bars that can be seen. */
const LONGEST_WAIT_MS = 1_000;

/** Whether the picture of the page that came with the first response is still shown. */
export function showsFirstPicture() {
  return document.querySelector('#first-picture') !== null;
}

/** Removes that picture once the page itself has been laid out, and has drawn the bars that the picture shows. */
export function replaceFirstPicture() {
  const picture = document.querySelector('#first-picture');
  const outlet = document.querySelector('#outlet');
  if (!picture || !outlet) {
    return;
  }
  const drawn = picture.querySelector('.bars-picture') ? drawsBars(outlet) : undefined;
  new MutationObserver((_, observer) => {
    if (outlet.querySelector(':scope > * > *')) {
      observer.disconnect();
      const late = new Promise((done) => setTimeout(done, LONGEST_WAIT_MS));
      void Promise.all([settles(), drawn && Promise.race([drawn, late])]).then(() => picture.remove());
    }
  }).observe(outlet, { childList: true, subtree: true });
}

function drawsBars(outlet: Element) {
  return new Promise<void>((done) =>
    outlet.addEventListener('chart-drawn', ({ target }) => {
      if ((target as Element).getAttribute('prepares') === 'HORIZONTAL_BARS') {
        done();
      }
    }),
  );
}

/** Components render after they were added, and the layout around them measures itself in the next frame. */
function settles() {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}
