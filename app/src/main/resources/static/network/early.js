// Asks for what is on the map while the scripts that draw it are still loading.
window.mapAsked = fetch(`${document.currentScript.dataset.base}/drawn`, { signal: AbortSignal.timeout(15000) });
window.mapAsked.catch(() => {}); // map.js says so
