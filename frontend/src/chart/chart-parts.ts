import { html, nothing } from 'lit';
import { STEP } from './chart-keys';
import type { ScaleStep } from './drawing';
import type { Plot } from './plot';
import { colour } from './style';

/** Buttons that switch series off and on, if there is more than one. */
export function legend(names: string[], hidden: ReadonlySet<number>, toggle: (index: number) => void) {
  return names.length < 2
    ? nothing
    : html`<ul class="legend" aria-label="Series">
        ${names.map(
          (name, index) => html`<li>
            <button type="button" aria-pressed=${!hidden.has(index)} @click=${() => toggle(index)}>
              <i style="background: ${colour(index)}"></i>${name}
            </button>
          </li>`,
        )}
      </ul>`;
}

/** The meaning of the colours, if they do not stand for series. */
export function scale(steps: ScaleStep[]) {
  return steps.length === 0
    ? nothing
    : html`<ul class="scale" aria-label="Colours">
        ${steps.map((step) => html`<li><i style="background: ${step.colour}"></i>${step.label}</li>`)}
      </ul>`;
}

export function mapTools(map: () => Plot | undefined) {
  return html`<div class="tools" role="group" aria-label="Map">
    <button type="button" aria-label="Zoom in" title="Zoom in" @click=${() => map()?.zoom(STEP)}>+</button>
    <button type="button" aria-label="Zoom out" title="Zoom out" @click=${() => map()?.zoom(1 / STEP)}>−</button>
    <button type="button" @click=${() => map()?.resetZoom()}>Reset</button>
  </div>`;
}

/** Takes the place of the chart until there is something to draw. */
export function skeleton() {
  return html`<div class="frame skeleton" aria-hidden="true">
    ${[92, 88, 84, 74, 70].map((width) => html`<i style="width: ${width}%"></i>`)}
  </div>`;
}
