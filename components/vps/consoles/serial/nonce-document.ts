/** A document in which xterm may add its style elements under our Content-Security-Policy. */

/**
 * The page's document, but new style elements carry the page's nonce. It is for `documentOverride` of xterm, which
 * writes its colours and sizes into such elements.
 */
export function nonceDocument(): Document {
  const { nonce = '' } = document.querySelector<HTMLScriptElement>('script[nonce]') ?? {};
  const createElement = (name: string, options?: ElementCreationOptions): HTMLElement => {
    const element = document.createElement(name, options);
    if (name === 'style') element.nonce = nonce;
    return element;
  };
  return new Proxy(document, {
    get(target, key) {
      if (key === 'createElement') return createElement;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
