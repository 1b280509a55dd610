// The reader's choice, if there is one; else the system decides, now and when it changes.
document.documentElement.style.colorScheme = localStorage.getItem('duckboard.color-scheme') ?? 'light dark';
