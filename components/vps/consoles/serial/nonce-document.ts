/** A document in which xterm may set its styles under our Content-Security-Policy. */

/** Sets a style attribute as the policy allows it: through the object model. */
function setAttribute(this: HTMLElement, name: string, value: string): void {
  if (name === 'style') this.style.cssText = value;
  else Element.prototype.setAttribute.call(this, name, value);
}

/** The nonce of the page, which its scripts carry. */
const pageNonce = (): string =>
  [...document.querySelectorAll('script')].find(({ nonce }) => nonce)?.nonce ?? '';

/** Makes elements like a document, but style elements carry the nonce, and others set styles through the object model. */
function elementMaker(): (name: string, options?: ElementCreationOptions) => HTMLElement {
  const nonce = pageNonce();
  const create = document.createElement.bind(document) as (
    name: string,
    options?: ElementCreationOptions,
  ) => HTMLElement;
  return (name, options) => {
    const element = create(name, options);
    if (name === 'style') element.nonce = nonce;
    else element.setAttribute = setAttribute;
    return element;
  };
}

/** The page's document with our own way to make elements. It is for `documentOverride` of xterm. */
export function nonceDocument(): Document {
  const createElement = elementMaker();
  return new Proxy(document, {
    get(target, key) {
      if (key === 'createElement') return createElement;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

/** Runs `open` while the page's document itself makes elements in our way: a part of xterm 6.0 ignores the override. */
export function withNonce(open: () => void): void {
  const createElement = elementMaker();
  Object.defineProperty(document, 'createElement', { value: createElement, configurable: true });
  try {
    open();
  } finally {
    Reflect.deleteProperty(document, 'createElement'); // the prototype's own shows again
  }
}
