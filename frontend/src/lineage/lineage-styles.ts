import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    position: relative;
    min-width: 0;
  }
  .frame {
    position: relative;
    height: clamp(18rem, 100vh - 17rem, 32rem);
    /* Focus may not scroll it: the drawing is moved instead. */
    overflow: clip;
    border: 1px solid var(--vaadin-border-color-secondary);
    border-radius: var(--vaadin-radius-l);
    background: radial-gradient(var(--vaadin-border-color-secondary) 1px, transparent 1px) 0 0 / 20px 20px
      var(--aura-surface-color-solid);
    cursor: grab;
    touch-action: none;
    user-select: none;
  }
  .frame:active {
    cursor: grabbing;
  }
  .plane {
    position: absolute;
    transform-origin: 0 0;
  }
  .plane[gliding] {
    transition: transform 180ms ease-out;
  }
  .edges {
    position: absolute;
    overflow: visible;
  }
  .edges path {
    fill: none;
    stroke: color-mix(in srgb, var(--vaadin-text-color-secondary) 70%, transparent);
    stroke-width: 1.5;
    stroke-linecap: round;
  }
  .edges path[data-lit] {
    stroke: var(--aura-accent-color);
    stroke-width: 2;
  }
  .edges .edge[data-fed] {
    stroke-dasharray: 6 5;
    animation: flow 0.7s linear infinite;
  }
  @keyframes flow {
    to {
      stroke-dashoffset: -11;
    }
  }
  button {
    color: var(--vaadin-text-color);
    font: inherit;
    cursor: pointer;
  }
  button:focus-visible,
  summary:focus-visible {
    outline: 2px solid var(--vaadin-focus-ring-color);
    outline-offset: 2px;
  }
  .node {
    --kind: light-dark(#0072b2, #56b4e9);
    position: absolute;
    display: flex;
    flex-direction: column;
    justify-content: center;
    gap: 0.25rem;
    box-sizing: border-box;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--vaadin-border-color);
    border-inline-start: 4px solid var(--kind);
    border-radius: var(--vaadin-radius-m);
    background: var(--aura-surface-color-solid, Canvas);
    box-shadow: var(--aura-shadow-s);
    text-align: start;
  }
  .node[data-kind='SOURCE'] {
    --kind: light-dark(#00805c, #2fd3a4);
  }
  .node[data-kind='EXPOSURE'] {
    --kind: light-dark(#b35900, #f0a85c);
  }
  .node:hover {
    border-color: var(--kind);
  }
  .node[aria-pressed='true'] {
    border-color: var(--kind);
    box-shadow:
      0 0 0 2px var(--kind),
      var(--aura-shadow-s);
  }
  .name,
  .mark {
    display: flex;
    align-items: center;
    gap: 0.375rem;
    min-width: 0;
  }
  .name {
    font-weight: 600;
  }
  .name > .icon {
    color: var(--kind);
  }
  .name > span,
  .mark > span,
  .facts {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .facts,
  .marks {
    font-size: var(--aura-font-size-s);
    line-height: 1.25rem;
  }
  .facts {
    color: var(--vaadin-text-color-secondary);
  }
  .marks {
    /* Two lines, kept where there is nothing to tell yet. */
    min-height: 2.5rem;
    white-space: nowrap;
  }
  .icon {
    flex: none;
    width: 1rem;
    height: 1rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .mark {
    gap: 0.25rem;
    color: var(--vaadin-text-color-secondary);
  }
  .mark[data-tone='GOOD'] {
    color: var(--duckboard-good);
  }
  .mark[data-tone='BAD'] {
    color: var(--duckboard-bad);
    font-weight: 600;
  }
  .mark[data-tone='WARNING'] {
    color: light-dark(#8a5300, #f0b36a);
  }
  .mark[data-tone='RUNNING'] {
    color: light-dark(#005a8f, #7cc4ee);
    font-weight: 600;
  }
  .turning {
    transform-origin: 8px 8px;
    animation: turn 0.9s linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 360deg;
    }
  }
  .outline {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 232px));
    place-content: center;
    gap: 44px;
    height: 100%;
    padding-inline: 16px;
  }
  .outline i {
    height: 108px;
    border-radius: var(--vaadin-radius-m);
    background: var(--vaadin-background-container);
    animation: breathe 1.4s ease-in-out infinite alternate;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  /* Beside the table's summary: over the drawing they would hide a node. */
  .tools {
    display: flex;
    float: inline-end;
    gap: 0.25rem;
    margin-top: 0.5rem;
    font-size: var(--aura-font-size-s);
  }
  .tools button {
    min-width: 2rem;
    min-height: 2rem;
    padding: 0.125rem 0.5rem;
    border: 1px solid var(--vaadin-border-color);
    border-radius: var(--vaadin-radius-s);
    background: var(--aura-surface-color-solid, Canvas);
  }
  .tools button:hover {
    background: color-mix(in srgb, var(--vaadin-text-color) 8%, var(--aura-surface-color-solid, Canvas));
  }
  details {
    margin-top: 0.75rem;
  }
  summary {
    width: fit-content;
    border-radius: var(--vaadin-radius-s);
    cursor: pointer;
  }
  .scroller {
    clear: both;
    padding-top: 0.5rem;
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    font-size: var(--aura-font-size-s);
  }
  th,
  td {
    padding: 0.375rem 1.25rem 0.375rem 0;
    border-bottom: 1px solid var(--vaadin-border-color-secondary);
    text-align: start;
    vertical-align: top;
    white-space: nowrap;
  }
  thead th {
    color: var(--vaadin-text-color-secondary);
    font-weight: 500;
  }
  th button {
    padding: 0;
    border: 0;
    background: none;
    color: light-dark(#005a8f, #7cc4ee);
    font-weight: 600;
    text-decoration: underline;
  }
  .failure {
    color: var(--duckboard-bad);
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (width <= 600px) {
    .frame {
      height: min(70vh, 32rem);
    }
    .outline {
      grid-template-columns: minmax(0, 232px);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .plane[gliding] {
      transition: none;
    }
    .outline i,
    .turning,
    .edges .edge[data-fed] {
      animation: none;
    }
  }
`;
