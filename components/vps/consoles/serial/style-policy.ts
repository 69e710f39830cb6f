/**
 * Lets xterm set its styles under our Content-Security-Policy. xterm 6.0 takes no nonce, and its `documentOverride` doesn't
 * reach all of its parts, so the page's own document helps for a moment.
 */

/** The nonce of the page, which its scripts carry. */
const pageNonce = (): string =>
  [...document.querySelectorAll('script')].find(({ nonce }) => nonce)?.nonce ?? '';

/** Runs `open`. The style elements that are made meanwhile carry the page's nonce. */
export function withNonce(open: () => void): void {
  const nonce = pageNonce();
  const create = document.createElement.bind(document);
  const value = (name: string, options?: ElementCreationOptions): HTMLElement => {
    const element = create(name, options);
    if (name === 'style') element.nonce = nonce;
    return element;
  };
  Object.defineProperty(document, 'createElement', { value, configurable: true });
  try {
    open();
  } finally {
    Reflect.deleteProperty(document, 'createElement'); // the prototype's own shows again
  }
}

/**
 * From now on a `style` attribute of a `<span>` is set through the object model, as the policy allows it. xterm colours
 * its characters by attributes. To everybody else it is the same.
 */
export function styleSpansByModel(): void {
  if (Object.hasOwn(HTMLSpanElement.prototype, 'setAttribute')) return;
  const value = function (this: HTMLSpanElement, name: string, text: string): void {
    if (name === 'style') this.style.cssText = text;
    else Element.prototype.setAttribute.call(this, name, text);
  };
  Object.defineProperty(HTMLSpanElement.prototype, 'setAttribute', { value, configurable: true });
}
