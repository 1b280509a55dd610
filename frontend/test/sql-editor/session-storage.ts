/** A browser tab's storage with a limited number of characters. */
export class SessionStorage {
  private readonly items = new Map<string, string>();

  constructor(private readonly room = 5_000_000) {}

  getItem(key: string) {
    return this.items.get(key) ?? null;
  }

  setItem(key: string, value: string) {
    const others = [...this.items].filter(([other]) => other !== key);
    if (others.reduce((sum, [, each]) => sum + each.length, value.length) > this.room) {
      throw new DOMException('Full.', 'QuotaExceededError');
    }
    this.items.set(key, value);
  }

  removeItem(key: string) {
    this.items.delete(key);
  }

  get size() {
    return this.items.size;
  }
}
