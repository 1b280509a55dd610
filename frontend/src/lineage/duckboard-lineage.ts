import { html, LitElement, nothing, type PropertyValues, svg } from 'lit';
import { Gestures } from './gestures';
import { kindIcon } from './icons';
import { type Layers, layers, NODE } from './layers';
import { isSameShape, type LineageGraph, type LineageNode, spoken } from './lineage-graph';
import { styles } from './lineage-styles';
import { mark, table } from './lineage-table';
import { fits, Viewport } from './viewport';
import { isStep, walk } from './walk';

const STEP = 1.25;
const PAN = 60;
const narrow = matchMedia('(width <= 600px)');

/**
 * Draws a LineageGraph: every node is in a layer behind what it reads. Nodes are buttons (`node-open`) and stay where
 * they are when their content changes. Arrow keys walk from node to node. The drawing is moved by the pointer, by
 * touch, or by Shift and arrows. It is zoomed by Ctrl and the wheel, by two fingers, or by + and −.
 */
class DuckboardLineage extends LitElement {
  static override properties = {
    graph: { attribute: false },
    chosen: {},
    drawn: { state: true },
    failure: { state: true },
  };

  static override styles = styles;

  declare graph?: LineageGraph;
  /** The node whose details are shown; empty if none is. */
  declare chosen?: string;
  declare private drawn?: Layers;
  private ways?: { across: Layers; down: Layers };
  declare private failure: string;

  private readonly viewport = new Viewport();
  private readonly gestures = new Gestures(
    (x, y) => this.look(() => this.viewport.pan(x, y), false),
    (factor, at) => this.look(() => this.viewport.zoom(factor, at), false),
  );
  private readonly resizing = new ResizeObserver(() => this.resized());
  /** True until somebody moves the drawing; until then it may fit itself in. */
  private isUntouched = true;
  /** The node that the Tab key reaches. */
  private current = '';

  constructor() {
    super();
    this.failure = '';
  }

  override connectedCallback() {
    super.connectedCallback();
    this.resizing.observe(this);
  }

  override disconnectedCallback() {
    this.resizing.disconnect();
    super.disconnectedCallback();
  }

  override willUpdate(changed: PropertyValues) {
    if (changed.has('graph') && this.graph && !isSameShape(changed.get('graph') as LineageGraph, this.graph)) {
      void this.lay(this.graph);
    }
  }

  override updated(changed: PropertyValues) {
    if (changed.has('drawn')) {
      this.isUntouched = true;
    }
    if (changed.has('drawn') || changed.has('chosen')) {
      this.resized();
    }
  }

  override render() {
    return html`
      <div
        class="frame"
        role="group"
        aria-label=${this.graph?.description ?? 'Lineage'}
        aria-describedby="keys"
        aria-busy=${!this.drawn}
        @keydown=${this.pressed}
        @pointerdown=${(event: PointerEvent) => this.gestures.down(event)}
        @pointermove=${(event: PointerEvent) => this.gestures.move(event)}
        @pointerup=${(event: PointerEvent) => this.gestures.up(event)}
        @pointercancel=${(event: PointerEvent) => this.gestures.up(event)}
        @click=${{ handleEvent: (event: Event) => this.gestures.click(event), capture: true }}
        @wheel=${{ handleEvent: (event: WheelEvent) => this.gestures.wheel(event), passive: false }}
      >
        ${this.drawn && this.graph ? this.plane(this.graph, this.drawn) : this.outline()}
      </div>
      <div class="tools" role="group" aria-label="Drawing">
        <button type="button" aria-label="Zoom in" title="Zoom in (+)" @click=${() => this.zoom(STEP)}>+</button>
        <button type="button" aria-label="Zoom out" title="Zoom out (−)" @click=${() => this.zoom(1 / STEP)}>−</button>
        <button type="button" title="Show all of it (0)" @click=${() => this.fit()}>Fit</button>
      </div>
      <p class="unseen" id="keys">
        Arrow keys go from node to node, Enter opens one. Plus and minus zoom, Shift with an arrow moves, 0 shows all.
      </p>
      ${this.failure ? html`<p class="failure" role="alert">${this.failure}</p>` : nothing}
      ${this.graph ? table(this.graph, (id) => this.open(id)) : nothing}
    `;
  }

  private plane(graph: LineageGraph, drawn: Layers) {
    return html`<div class="plane" style="width: ${drawn.width}px; height: ${drawn.height}px">
      <svg class="edges" width=${drawn.width} height=${drawn.height} aria-hidden="true">
        <defs>
          ${[false, true].map(
            (isLit) => svg`<marker
              id=${isLit ? 'lit-arrow' : 'arrow'}
              viewBox="0 0 10 10"
              refX="9"
              refY="5"
              markerWidth="10"
              markerHeight="10"
              markerUnits="userSpaceOnUse"
              orient="auto"
            >
              <path ?data-lit=${isLit} d="M2 1 9 5 2 9" />
            </marker>`,
          )}
        </defs>
        ${drawn.edges.map((edge) => {
          const isFed = graph.nodes.find((node) => node.id === edge.to)?.run.tone === 'RUNNING';
          const isLit = isFed || edge.from === this.chosen || edge.to === this.chosen;
          return svg`<path
            class="edge"
            ?data-lit=${isLit}
            ?data-fed=${isFed}
            d=${edge.path}
            marker-end=${isLit ? 'url(#lit-arrow)' : 'url(#arrow)'}
          />`;
        })}
      </svg>
      ${graph.nodes.map((node) => this.node(node, drawn))}
    </div>`;
  }

  private node(node: LineageNode, drawn: Layers) {
    const place = drawn.places.get(node.id);
    return place
      ? html`<button
          type="button"
          class="node"
          data-id=${node.id}
          data-kind=${node.kind}
          data-tone=${node.run.tone}
          style="left: ${place.x}px; top: ${place.y}px; width: ${NODE.width}px; height: ${NODE.height}px"
          tabindex=${node.id === this.entry(drawn) ? 0 : -1}
          aria-label=${spoken(node)}
          aria-pressed=${node.id === this.chosen}
          title=${node.name}
          @focus=${() => this.entered(node.id)}
          @click=${() => this.open(node.id)}
        >
          <span class="name">${kindIcon(node.kind)}<span>${node.name}</span></span>
          <span class="facts">${[node.form, ...node.facts].join(' · ')}</span>
          <span class="marks">${mark(node.run)} ${mark(node.tests)}</span>
        </button>`
      : nothing;
  }

  /** The outline of nodes that are still to come. */
  private outline() {
    return html`<div class="outline" aria-hidden="true"><i></i><i></i><i></i></div>`;
  }

  private entry(drawn: Layers) {
    const isThere = (id?: string) => id !== undefined && drawn.places.has(id);
    return isThere(this.current) ? this.current : isThere(this.chosen) ? this.chosen : this.graph?.nodes[0]?.id;
  }

  private entered(id: string) {
    this.current = id;
    this.requestUpdate();
    // A node under the pointer is visible already.
    if (this.frame?.querySelector('.node:focus-visible')) {
      this.reveal(id);
    }
  }

  private open(id: string) {
    if (id !== this.chosen) {
      this.dispatchEvent(new CustomEvent('node-open', { detail: { node: id } }));
    }
  }

  /** Puts the focus on a node, or on none if no node has this id. */
  enter(id: string) {
    this.renderRoot.querySelector<HTMLElement>(`.node[data-id="${CSS.escape(id)}"]`)?.focus();
  }

  private async lay(graph: LineageGraph) {
    try {
      const [across, down] = await Promise.all([layers(graph, 'LR'), layers(graph, 'TB')]);
      // Another graph may have come meanwhile.
      if (this.graph && isSameShape(this.graph, graph)) {
        this.ways = { across, down };
        this.drawn = this.way();
        this.failure = '';
      }
    } catch (failure) {
      console.warn(failure);
      this.failure = 'The drawing could not be made. The table below has all that it would show.';
    }
  }

  /** The flow: from left to right, or from top to bottom on a phone and if only that can be read as a whole. */
  private way() {
    const { ways, frame } = this;
    if (!ways || !frame) {
      return ways?.across;
    }
    const room = { width: frame.clientWidth, height: frame.clientHeight };
    const isDown = narrow.matches || (!fits(room, ways.across) && fits(room, ways.down));
    return isDown ? ways.down : ways.across;
  }

  private get frame() {
    return this.renderRoot.querySelector<HTMLElement>('.frame');
  }

  private resized() {
    const { frame, drawn } = this;
    if (!frame || !drawn || frame.clientWidth === 0) {
      return;
    }
    const way = this.way();
    if (way !== drawn) {
      this.drawn = way;
      return;
    }
    this.viewport.measure({ width: frame.clientWidth, height: frame.clientHeight }, drawn);
    if (this.isUntouched) {
      this.viewport.fit();
    }
    this.place(false);
    if (this.chosen) {
      this.reveal(this.chosen);
    }
  }

  private look(change: () => void, isGliding: boolean) {
    change();
    this.isUntouched = false;
    this.place(isGliding);
  }

  private zoom(factor: number) {
    this.look(() => this.viewport.zoom(factor), true);
  }

  private fit() {
    this.isUntouched = true;
    this.viewport.fit();
    this.place(true);
  }

  private reveal(id: string) {
    const place = this.drawn?.places.get(id);
    if (place) {
      this.viewport.reveal({ ...place, ...NODE });
      this.place(true);
    }
  }

  /** @param isGliding whether it moves smoothly from where it was: not under a finger, and not when first shown */
  private place(isGliding: boolean) {
    const plane = this.renderRoot.querySelector<HTMLElement>('.plane');
    const { x, y, scale } = this.viewport;
    if (plane) {
      plane.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
      plane.toggleAttribute('gliding', isGliding);
    }
  }

  private pressed(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.drawn) {
      return;
    }
    if (this.acted(event, this.drawn)) {
      event.preventDefault();
    }
  }

  private acted({ key, shiftKey }: KeyboardEvent, drawn: Layers) {
    if (isStep(key) && !shiftKey) {
      this.enter(walk(this.current, key, drawn) ?? '');
      return true;
    }
    switch (key) {
      case 'ArrowLeft':
        return this.moved(PAN, 0);
      case 'ArrowRight':
        return this.moved(-PAN, 0);
      case 'ArrowUp':
        return this.moved(0, PAN);
      case 'ArrowDown':
        return this.moved(0, -PAN);
      case '+':
      case '=':
        this.zoom(STEP);
        return true;
      case '-':
        this.zoom(1 / STEP);
        return true;
      case '0':
        this.fit();
        return true;
      default:
        return false;
    }
  }

  private moved(x: number, y: number) {
    this.look(() => this.viewport.pan(x, y), true);
    return true;
  }
}

customElements.define('duckboard-lineage', DuckboardLineage);
