/**
 * next-auth is CommonJS: a bundler gives its default export, plain Node the whole module with the default inside. This
 * accepts both.
 */
export function defaultExportOf<T>(imported: T | { default: T }): T {
  const wrapped = typeof imported === 'object' && imported !== null && 'default' in imported;
  return wrapped ? imported.default : imported;
}
