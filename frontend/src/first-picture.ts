/** Removes the picture of the page that came with the first response once the page itself has been laid out. */
export function replaceFirstPicture() {
  const picture = document.querySelector('#first-picture');
  const outlet = document.querySelector('#outlet');
  if (!picture || !outlet) {
    return;
  }
  new MutationObserver((_, observer) => {
    if (outlet.querySelector(':scope > * > *')) {
      observer.disconnect();
      // Components render after they were added, and the layout around them measures itself in the next frame.
      requestAnimationFrame(() => requestAnimationFrame(() => picture.remove()));
    }
  }).observe(outlet, { childList: true, subtree: true });
}
