// The remembered theme, before anything is painted. A classic script on purpose: a module would run a flash too late.
try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be forbidden; the system's theme is a fine answer.
}
