// A file of its own, run before the first paint: the content security policy allows no inline script, and a chosen scheme
// that came with the app's code would first flash in the other one. The key is Mantine's.
const valt = localStorage.getItem('mantine-color-scheme-value');
const morkt = valt === 'dark' || (valt !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
document.documentElement.setAttribute('data-mantine-color-scheme', morkt ? 'dark' : 'light');
document.documentElement.style.colorScheme = morkt ? 'dark' : 'light';
