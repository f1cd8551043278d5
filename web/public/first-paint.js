// Runs before the first paint, so that neither the theme nor the page's language flickers.
try {
  const theme = localStorage.getItem('alongside.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
  const language = localStorage.getItem('alongside.language') || navigator.language.slice(0, 2)
  document.documentElement.lang = language === 'es' ? 'es' : 'en'
} catch {
  // Without storage the system's theme and the browser's language are used.
}
