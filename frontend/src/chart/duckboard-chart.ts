import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { showsFirstPicture } from '../first-picture';
import { tell } from './category-event';
import { roam, step } from './chart-keys';
import { legend, mapTools, scale, skeleton } from './chart-parts';
import { type ChartKind, type ChartSpec, kindOf, seriesNames } from './chart-spec';
import { styles } from './chart-styles';
import type { Drawing } from './drawing';
import { drawingOf } from './kinds';
import { pictureKeys } from './picture-key';
import type { Plot } from './plot';

const stillness = matchMedia('(prefers-reduced-motion: reduce)');

/** Draws a ChartSpec. Charts of one group mark each other's categories. */
class DuckboardChart extends LitElement {
  static override properties = {
    spec: { attribute: false },
    drawn: { attribute: false },
    prepares: {},
    fill: { type: Boolean, reflect: true },
    group: {},
    drawing: { state: true },
    hiddenSeries: { state: true },
    failure: { state: true },
  };

  static override styles = styles;

  declare spec?: ChartSpec;
  /** The kind that will be drawn. */
  declare prepares?: ChartKind;
  declare group?: string;
  /** Whether the chart is as tall as its place, and not as its kind needs. What is taller scrolls. */
  declare fill?: boolean;
  /** Whether an Artist has drawn the spec, as the one child of this element. */
  declare drawn?: boolean;
  declare private drawing?: Drawing;
  declare private hiddenSeries: ReadonlySet<number>;
  declare private failure: string;

  private plot?: Plot;
  private marked = '';
  private drawnWidth = 0;
  private drawnHeight = 0;
  private readonly resizing = new ResizeObserver(() => this.resized());
  private readonly hear = (event: Event) => this.heard(event as CustomEvent<{ category: string }>);

  constructor() {
    super();
    this.hiddenSeries = new Set();
    this.failure = '';
  }

  override render() {
    const { spec, drawing } = this;
    if (!spec) {
      return skeleton();
    }
    if (this.drawn) {
      return html`<div role="group" aria-label=${`${spec.title}. ${spec.description}`}><slot></slot></div>
        ${spec.remarks.map((remark) => html`<p class="remark">${remark}</p>`)}`;
    }
    return html`${legend(seriesNames(spec), this.hiddenSeries, (index) => this.toggle(index))}
      <div class="frame" tabindex="0" role="group" aria-label=${spec.title} @keydown=${this.pressed} @blur=${this.left}>
        <div class="plot" role="img" aria-label=${spec.description}></div>
      </div>
      ${this.failure ? html`<p class="failure" role="alert">${this.failure}</p>` : nothing}
      ${drawing?.zoom ? mapTools(() => this.plot) : nothing} ${scale(drawing?.scale?.(spec) ?? [])}
      ${[...spec.remarks, ...(drawing?.remarks?.(spec) ?? [])].map((remark) => html`<p class="remark">${remark}</p>`)}`;
  }

  override willUpdate(changed: PropertyValues) {
    if (this.prepares && !this.spec) {
      // What fails here is tried again when there is something to draw, and reported then.
      void import('./plot').catch(() => {});
      drawingOf(this.prepares).catch(() => {});
    }
    if (changed.has('spec') && this.spec && !this.drawn) {
      const before = changed.get('spec') as ChartSpec | undefined;
      if (!before || String(seriesNames(before)) !== String(seriesNames(this.spec))) {
        this.hiddenSeries = new Set();
      }
      if (!this.drawing || !before || kindOf(before) !== kindOf(this.spec)) {
        this.drawing = undefined;
        void this.load(this.spec);
      }
    }
  }

  override updated() {
    if (this.drawn) {
      this.forget();
    } else {
      // Bars that were seen already do not grow.
      void this.draw(stillness.matches || showsFirstPicture());
    }
  }

  override connectedCallback() {
    super.connectedCallback();
    this.resizing.observe(this);
    document.addEventListener('category-hover', this.hear);
    if (document.fonts.status === 'loading') {
      void document.fonts.ready.then(() => this.draw(true));
    }
  }

  override disconnectedCallback() {
    this.resizing.disconnect();
    document.removeEventListener('category-hover', this.hear);
    this.forget();
    super.disconnectedCallback();
  }

  /** Marks a category by its id, or none if there is none of this id. */
  mark(id: string) {
    this.marked = id;
    this.showMark();
  }

  downloadPng() {
    return this.download('png');
  }

  downloadSvg() {
    return this.download('svg');
  }

  private async download(extension: 'png' | 'svg') {
    const { asPng, asSvg, picture, save } = await import('./picture');
    const { spec, drawing } = this;
    const place = this.drawn ? this.firstElementChild?.shadowRoot : this.renderRoot.querySelector('.plot');
    const svg = place?.querySelector<SVGSVGElement>('svg');
    if (spec && svg) {
      const names = this.drawn ? [] : seriesNames(spec);
      const keys = pictureKeys(drawing?.scale?.(spec) ?? [], names, this.hiddenSeries);
      const whole = picture(svg, this, spec.title, keys);
      save(extension === 'png' ? await asPng(whole) : asSvg(whole), spec.title, extension);
    }
  }

  private async load(spec: ChartSpec) {
    this.failure = '';
    try {
      const drawing = await drawingOf(kindOf(spec));
      // Another spec may have come meanwhile and asked for the same drawing.
      if (this.spec && kindOf(this.spec) === kindOf(spec) && this.drawing !== drawing) {
        this.forget();
        this.drawing = drawing;
      }
    } catch (failure) {
      console.warn(failure);
      this.failure = 'What draws this chart could not be loaded. Reload the page to try again.';
    }
  }

  private async draw(calm: boolean) {
    const { Plot } = await import('./plot');
    const { spec, drawing } = this;
    const frame = this.renderRoot.querySelector<HTMLElement>('.frame');
    const place = this.renderRoot.querySelector<HTMLElement>('.plot');
    if (!spec || !drawing || !frame || !place || !this.isConnected || frame.clientWidth === 0) {
      this.drawnWidth = 0;
      return;
    }
    const width = frame.clientWidth;
    const tallest = this.fill ? undefined : drawing.tallest?.(width);
    frame.style.maxHeight = tallest ? `${tallest}px` : '';
    const room = this.fill ? frame.clientHeight : undefined;
    const style = getComputedStyle(this);
    const shortest = Number.parseFloat(style.getPropertyValue('--duckboard-chart-shortest'));
    place.style.height = `${Math.max(shortest, drawing.height(spec, width, room))}px`;
    this.drawnWidth = width;
    this.drawnHeight = frame.clientHeight;
    this.plot ??= new Plot(this, drawing, frame, place);
    this.plot.draw(spec, { width, font: style.fontFamily, calm, hidden: this.hiddenSeries });
    this.showMark();
    this.dispatchEvent(new Event('chart-drawn', { bubbles: true }));
  }

  private resized() {
    const frame = this.renderRoot.querySelector('.frame');
    const isTaller = this.fill && frame?.clientHeight !== this.drawnHeight;
    if (frame && (frame.clientWidth !== this.drawnWidth || isTaller)) {
      void this.draw(true);
    }
  }

  private forget() {
    this.plot?.dispose();
    this.plot = undefined;
  }

  private heard(event: CustomEvent<{ category: string }>) {
    const source = (event.target as Element).closest('duckboard-chart');
    if (source instanceof DuckboardChart && source !== this && this.group && source.group === this.group) {
      this.mark(event.detail.category);
    }
  }

  private showMark() {
    if (this.drawn) {
      this.firstElementChild?.dispatchEvent(new CustomEvent('mark', { detail: this.marked }));
    } else {
      this.plot?.mark(this.marked);
    }
  }

  private toggle(index: number) {
    const hidden = new Set(this.hiddenSeries);
    if (!hidden.delete(index)) {
      hidden.add(index);
    }
    this.hiddenSeries = hidden;
  }

  private pressed(event: KeyboardEvent) {
    const { plot, drawing } = this;
    if (!plot || !drawing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (drawing.pan ? roam(event.key, plot) : step(event.key, this, plot)) {
      event.preventDefault();
    }
  }

  private left() {
    if (this.marked && !this.drawing?.pan) {
      this.mark('');
      this.plot?.hideTip();
      tell(this, 'category-hover', '');
    }
  }
}

customElements.define('duckboard-chart', DuckboardChart);
