/** A text with the number by which the server says that it has heard it. */
interface Told {
  number: number;
  text: string;
}

/** What the server knows of the documents' texts: what it gave, and what it was told and may not have heard. */
export class KnownTexts {
  /** Of each document, what the server has certainly heard, and all that it was told after that. */
  private readonly told = new Map<string, Told[]>();
  private number = 0;

  /** The server has given a text. */
  give(tabId: string, text: string) {
    this.told.set(tabId, [{ number: this.number, text }]);
  }

  /** The server is being told a text. Returns the text's number. */
  tell(tabId: string, text: string): number {
    this.number++;
    const told = this.told.get(tabId) ?? [];
    this.told.set(tabId, [...told, { number: this.number, text }]);
    return this.number;
  }

  /** The server has heard the text of a number, and all before it. */
  hear(number: number) {
    for (const [tabId, told] of this.told) {
      const heard = told.filter((text) => text.number <= number).length;
      this.told.set(tabId, told.slice(Math.max(0, heard - 1)));
    }
  }

  /** The last text that the server gave or was told. */
  last(tabId: string): string | undefined {
    return this.told.get(tabId)?.at(-1)?.text;
  }

  /** The texts of which the server knows one, the oldest first. */
  possible(): ReadonlyMap<string, readonly string[]> {
    return new Map([...this.told].map(([tabId, told]) => [tabId, told.map(({ text }) => text)]));
  }

  forget(tabId: string) {
    this.told.delete(tabId);
  }
}
