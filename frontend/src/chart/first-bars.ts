// Loads what draws bars together with the page whose first chart is of bars.
import './horizontal-bars';
import './plot';
