import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 6rem;
  }
  .editor {
    flex: 1;
    min-height: 0;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    padding: 0.25rem 0.5rem;
    border-top: 1px solid var(--vaadin-border-color-secondary, var(--vaadin-border-color));
    font-size: 0.8125rem;
  }
  button {
    padding: 0.125rem 0.5rem;
    border: 1px solid transparent;
    border-radius: var(--vaadin-radius-s, 4px);
    background: none;
    color: var(--vaadin-text-color-secondary);
    font: inherit;
    cursor: pointer;
  }
  button:hover {
    background: var(--vaadin-background-container);
    color: var(--vaadin-text-color);
  }
  button:focus-visible {
    outline: 2px solid var(--vaadin-focus-ring-color);
  }
  .end {
    margin-inline-start: auto;
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
`;
