/** Says again and again that a time is over, as long as the page can be seen. It shows nothing. */
class Refresh extends HTMLElement {
  private timer?: number;
  private pause = 0;
  private since = 0;
  private readonly seen = () => this.look();

  get seconds() {
    return this.pause;
  }

  /** Between two calls; 0 for none. */
  set seconds(seconds: number) {
    this.pause = seconds;
    this.since = performance.now();
    this.count();
  }

  connectedCallback() {
    this.hidden = true;
    this.since = performance.now();
    document.addEventListener('visibilitychange', this.seen);
    this.count();
  }

  disconnectedCallback() {
    document.removeEventListener('visibilitychange', this.seen);
    clearInterval(this.timer);
  }

  private count() {
    clearInterval(this.timer);
    if (this.pause > 0 && this.isConnected) {
      this.timer = window.setInterval(() => this.look(), 1_000);
    }
  }

  /** A page that was hidden for longer is right again as soon as it is seen. */
  private look() {
    if (this.pause > 0 && !document.hidden && performance.now() - this.since >= this.pause * 1_000) {
      this.since = performance.now();
      this.dispatchEvent(new Event('refresh-due'));
    }
  }
}

customElements.define('duckboard-refresh', Refresh);
