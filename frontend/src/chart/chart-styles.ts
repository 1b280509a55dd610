import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    position: relative;
  }
  .frame {
    min-height: max(260px, var(--duckboard-chart-shortest));
    overflow: hidden auto;
    scrollbar-gutter: stable;
    scrollbar-width: thin;
  }
  :host([fill]) {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
  }
  :host([fill]) .frame {
    flex: 1 1 0;
    min-height: 0;
  }
  :host([fill]) .scale {
    gap: 0.125rem 0.75rem;
  }
  .frame:focus-visible,
  button:focus-visible {
    outline: 2px solid var(--vaadin-focus-ring-color);
    border-radius: var(--vaadin-radius-s);
  }
  .skeleton {
    display: grid;
    align-content: space-evenly;
  }
  .skeleton i {
    height: 24px;
    border-radius: 4px;
    background: var(--vaadin-background-container);
    animation: breathe 1.4s ease-in-out infinite alternate;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  .legend,
  .scale {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    margin: 0 0 0.5rem;
    padding: 0;
    list-style: none;
    font-size: var(--aura-font-size-s);
  }
  .scale {
    gap: 0.25rem 1rem;
    margin: 0.5rem 0 0;
  }
  .scale li,
  button {
    display: flex;
    align-items: center;
    gap: 0.4rem;
    overflow-wrap: anywhere;
  }
  .legend i,
  .scale i {
    flex: none;
    width: 0.75rem;
    height: 0.75rem;
    border-radius: 2px;
  }
  .scale i {
    outline: 1px solid var(--duckboard-map-border);
    outline-offset: -1px;
  }
  button {
    min-height: 1.5rem;
    padding: 0.125rem 0.375rem;
    border: 0;
    border-radius: var(--vaadin-radius-s);
    background: none;
    color: var(--vaadin-text-color);
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  button:hover {
    background: var(--vaadin-background-container);
  }
  button[aria-pressed='false'] {
    color: var(--vaadin-text-color-secondary);
    text-decoration: line-through;
  }
  button[aria-pressed='false'] i {
    opacity: 0.3;
  }
  .tools {
    position: absolute;
    top: 0;
    right: 0;
    display: flex;
    gap: 0.25rem;
    font-size: var(--aura-font-size-s);
  }
  .tools button {
    justify-content: center;
    min-width: 1.75rem;
    min-height: 1.75rem;
    border: 1px solid var(--vaadin-border-color);
    background: var(--aura-surface-color-solid, Canvas);
  }
  @media (width <= 600px) {
    .tools {
      position: static;
      margin-top: 0.5rem;
    }
  }
  .remark,
  .failure {
    margin: 0.5rem 0 0;
    color: var(--vaadin-text-color-secondary);
    font-size: var(--aura-font-size-s);
    overflow-wrap: anywhere;
  }
  .failure {
    color: var(--duckboard-bad);
  }
  @media (prefers-reduced-motion: reduce) {
    .skeleton i {
      animation: none;
    }
  }
`;
