import { html, svg } from 'lit';
import type { LineageNode, Tone } from './lineage-graph';

const KINDS = {
  SOURCE: svg`<ellipse cx="8" cy="4" rx="5" ry="2"/><path d="M3 4v8c0 1.1 2.2 2 5 2s5-.9 5-2V4M3 8c0 1.1 2.2 2 5 2s5-.9 5-2"/>`,
  MODEL: svg`<path d="m8 1.8 5.5 3.1v6.2L8 14.2l-5.5-3.1V4.9zM2.7 5 8 8l5.3-3M8 8v6"/>`,
  EXPOSURE: svg`<path d="M2.5 13.5h11M4.5 11V7.5M8 11V2.5M11.5 11V5"/>`,
};

const TONES: Record<Tone, ReturnType<typeof svg>> = {
  NONE: svg`<circle cx="8" cy="8" r="5.5" stroke-dasharray="2 2.3"/>`,
  GOOD: svg`<path d="m3 8.5 3.3 3.3L13 5"/>`,
  WARNING: svg`<path d="M8 2 1.8 13.5h12.4zM8 6.5v3M8 11.5v.1"/>`,
  BAD: svg`<path d="m4 4 8 8M12 4l-8 8"/>`,
  RUNNING: svg`<path class="turning" d="M8 2.5A5.5 5.5 0 1 1 2.5 8"/>`,
  WAITING: svg`<circle cx="8" cy="8" r="5.5"/><path d="M8 4.8V8l2.2 1.5"/>`,
  SKIPPED: svg`<circle cx="8" cy="8" r="5.5"/><path d="M4.2 11.8 11.8 4.2"/>`,
};

export function kindIcon(kind: LineageNode['kind']) {
  return icon(KINDS[kind]);
}

export function toneIcon(tone: Tone) {
  return icon(TONES[tone]);
}

function icon(content: ReturnType<typeof svg>) {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${content}</svg>`;
}
