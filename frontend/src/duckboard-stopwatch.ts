import { css, html, LitElement } from 'lit';

const TICK_MS = 100;

/** Shows how long something has been running. It counts in the browser, so that nothing is sent meanwhile. */
class Stopwatch extends LitElement {
  static override properties = { elapsed: { state: true } };

  static override styles = css`
    :host {
      min-width: 4.5em;
      color: var(--vaadin-text-color-secondary);
      font-variant-numeric: tabular-nums;
    }
  `;

  declare elapsed?: number;

  private startedAt = 0;
  private timer?: number;

  /** @param already milliseconds that had passed when the server called */
  start(already: number) {
    this.startedAt = performance.now() - already;
    this.tick();
    clearInterval(this.timer);
    this.timer = window.setInterval(() => this.tick(), TICK_MS);
  }

  stop() {
    clearInterval(this.timer);
    this.elapsed = undefined;
  }

  override disconnectedCallback() {
    clearInterval(this.timer);
    super.disconnectedCallback();
  }

  override render() {
    return this.elapsed === undefined
      ? html``
      : html`<span role="timer" aria-label="Running for">${(this.elapsed / 1000).toFixed(1)} s</span>`;
  }

  private tick() {
    this.elapsed = performance.now() - this.startedAt;
  }
}

customElements.define('duckboard-stopwatch', Stopwatch);
