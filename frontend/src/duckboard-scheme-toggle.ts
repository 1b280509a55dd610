import { css, html, LitElement, svg } from 'lit';

const KEY = 'duckboard.color-scheme';
const system = matchMedia('(prefers-color-scheme: dark)');

const SUN = svg`<circle cx="12" cy="12" r="4.5"/><path d="M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M5 19l1.4-1.4M17.6 6.4 19 5"/>`;
const MOON = svg`<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z"/>`;

/** Switches between light and dark and keeps the choice. Until there is one, the system's scheme applies. */
class SchemeToggle extends LitElement {
  static override properties = { dark: { state: true } };

  static override styles = css`
    button {
      display: grid;
      place-items: center;
      width: 2.25rem;
      height: 2.25rem;
      padding: 0;
      border: 0;
      border-radius: var(--vaadin-radius-m);
      background: none;
      color: inherit;
      cursor: pointer;
    }
    button:hover {
      background: var(--vaadin-background-container);
    }
    button:focus-visible {
      outline: 2px solid var(--vaadin-focus-ring-color);
    }
    svg {
      width: 1.25rem;
      height: 1.25rem;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.8;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `;

  declare dark: boolean;

  private readonly follow = () => (this.dark = isDark());

  override connectedCallback() {
    super.connectedCallback();
    this.follow();
    system.addEventListener('change', this.follow);
  }

  override disconnectedCallback() {
    system.removeEventListener('change', this.follow);
    super.disconnectedCallback();
  }

  override render() {
    const words = this.dark ? 'Switch to light mode' : 'Switch to dark mode';
    return html`<button type="button" aria-label=${words} title=${words} @click=${this.toggle}>
      <svg viewBox="0 0 24 24" aria-hidden="true">${this.dark ? SUN : MOON}</svg>
    </button>`;
  }

  private toggle() {
    const scheme = this.dark ? 'light' : 'dark';
    localStorage.setItem(KEY, scheme);
    document.documentElement.style.colorScheme = scheme;
    this.follow();
  }
}

function isDark() {
  const chosen = localStorage.getItem(KEY);
  return chosen === null ? system.matches : chosen === 'dark';
}

customElements.define('duckboard-scheme-toggle', SchemeToggle);
