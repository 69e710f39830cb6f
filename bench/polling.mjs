/**
 * How many calls a minute the console makes of each backend, for one person with five tabs open, all of them
 * looked at and at work: one instance list twice, an instance's page, a list of VMs and home, while an instance starts
 * slowly (fast polls) and a VM list is open.
 *
 *     npm run build && node bench/polling.mjs [minutes]
 *
 * It starts a sandbox and a console of its own from `dist/` (ports 4600–4603, or from BENCH_PORT on) and counts in the
 * console's own metrics (`nusa_backend_calls_total`, what really went to a backend), by reference and credential. Five pages of one
 * browser context: Chromium without a window holds every page for visible (`document.visibilityState`, checked below), as five windows
 * side by side would be; tabs in the background poll nothing at all. Exits with 1 at 60 calls a minute or more with one credential.
 */
