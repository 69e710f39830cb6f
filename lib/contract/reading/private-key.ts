/** Tells private keys. A file of its own: every page needs it, to keep none. */

/** PEM's and PuTTY's heads, SSH-1's, and how the base64 of each kind begins for one pasted without its first line. */
const privateKey =
  /(BEGIN|END) [A-Z\d ]*PRIVATE\s+KEY|PuTTY-User-Key-File|Private-(Lines|MAC|Hash):|b3BlbnNzaC1rZXktdjE|SSH PRIVATE KEY FILE|MII[\w+/]{3}IBA[AD]|MC4CAQAw|MHcCAQEE|MHQCAQEE|MIGHAgEAMBMG|MIHcAgEB/;

/** Whether a text holds a private key: such a text is to be thrown away, not shown, kept or sent. */
export const holdsPrivateKey = (text: string): boolean => privateKey.test(text);
