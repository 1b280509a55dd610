/** Reports what the pointer or a key does to a category. An empty id means no category. */
export function tell(host: Element, event: 'category-hover' | 'category-click', category: string) {
  host.dispatchEvent(new CustomEvent(event, { detail: { category }, bubbles: true, composed: true }));
}
