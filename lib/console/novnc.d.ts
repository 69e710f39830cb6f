/**
 * Types of the parts of noVNC 1.7's `RFB` that we use (source: docs/API.md of the package); the published types don't
 * match it.
 */
declare module '@novnc/novnc' {
  export interface RfbOptions {
    /** Leave other viewers connected. */
    shared?: boolean;
    credentials?: { username?: string; password?: string; target?: string };
  }

  export interface RfbEvents {
    connect: CustomEvent<Record<string, never>>;
    disconnect: CustomEvent<{ clean: boolean }>;
    credentialsrequired: CustomEvent<{ types: string[] }>;
    securityfailure: CustomEvent<{ status: number; reason?: string }>;
    clipboard: CustomEvent<{ text: string }>;
    desktopname: CustomEvent<{ name: string }>;
  }

  /** A VNC viewer that draws into `target` until it disconnects. */
  export default class RFB {
    constructor(target: Element, channel: WebSocket, options?: RfbOptions);
    viewOnly: boolean;
    focusOnClick: boolean;
    scaleViewport: boolean;
    clipViewport: boolean;
    showDotCursor: boolean;
    background: string;
    /** @param code a `KeyboardEvent.code`; sent as a scan code where the server takes them */
    sendKey(keysym: number, code: string | null, down?: boolean): void;
    clipboardPasteFrom(text: string): void;
    /** Answers `credentialsrequired`. */
    sendCredentials(credentials: RfbOptions['credentials']): void;
    focus(options?: FocusOptions): void;
    blur(): void;
    disconnect(): void;
    toBlob(callback: (blob: Blob | null) => void, type?: string): void;
    addEventListener<E extends keyof RfbEvents>(
      type: E,
      listener: (event: RfbEvents[E]) => void,
    ): void;
  }
}
