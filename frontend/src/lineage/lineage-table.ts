import { html, nothing } from 'lit';
import { toneIcon } from './icons';
import type { LineageGraph, LineageNode, Mark } from './lineage-graph';

/** The same content as the drawing, for people who prefer to read it. */
export function table(graph: LineageGraph, open: (id: string) => void) {
  const names = new Map(graph.nodes.map((node) => [node.id, node.name]));
  const reads = (node: LineageNode) =>
    graph.edges
      .filter((edge) => edge.to === node.id)
      .map((edge) => names.get(edge.from))
      .join(', ');
  return html`<details>
    <summary>As a table</summary>
    <div class="scroller">
      <table>
        <thead>
          <tr>
            ${['Name', 'What it is', 'Last run', 'Tests', 'Reads'].map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${graph.nodes.map(
            (node) =>
              html`<tr>
                <th scope="row"><button type="button" @click=${() => open(node.id)}>${node.name}</button></th>
                <td>${[node.form, ...node.facts].join(' · ')}</td>
                <td>${mark(node.run)}</td>
                <td>${mark(node.tests)}</td>
                <td>${reads(node)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

export function mark(mark: Mark) {
  return mark.text
    ? html`<span class="mark" data-tone=${mark.tone}>${toneIcon(mark.tone)}<span>${mark.text}</span></span>`
    : nothing;
}
