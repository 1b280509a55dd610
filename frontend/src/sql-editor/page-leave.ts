/**
 * Calls back when the page is left or hidden. A page that is left is hidden as well, so it calls back only once until
 * something has changed, or until the page is visible again.
 */
export class PageLeave {
  private isLeft = false;

  constructor(private readonly left: () => void) {}

  observe() {
    this.isLeft = false;
    window.addEventListener('pagehide', this.leave);
    document.addEventListener('visibilitychange', this.hide);
  }

  /** Calls back for the last time, if there is a reason. */
  disconnect() {
    this.leave();
    window.removeEventListener('pagehide', this.leave);
    document.removeEventListener('visibilitychange', this.hide);
  }

  /** Something has changed, so leaving the page counts again. */
  reset() {
    this.isLeft = false;
  }

  private readonly leave = () => {
    if (!this.isLeft) {
      this.isLeft = true;
      this.left();
    }
  };

  private readonly hide = () => {
    if (document.visibilityState === 'hidden') {
      this.leave();
    } else {
      this.isLeft = false;
    }
  };
}
