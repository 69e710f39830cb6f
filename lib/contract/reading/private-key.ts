/** Recognizes private keys. It is a separate file because every page needs it, so that no page keeps a private key. */

/**
 * The first lines of PEM, PuTTY and SSH-1 keys, and the beginning of each kind's base64, for a key without its first
 * line.
 */
const privateKey =
  /(BEGIN|END) [A-Z\d ]*PRIVATE\s+KEY|PuTTY-User-Key-File|Private-(Lines|MAC|Hash):|b3BlbnNzaC1rZXktdjE|SSH PRIVATE KEY FILE|MII[\w+/]{3}IBA[AD]|MC4CAQAw|MHcCAQEE|MHQCAQEE|MIGHAgEAMBMG|MIHcAgEB/;

/** Whether a text contains a private key. Such a text must not be shown, kept or sent. */
export const holdsPrivateKey = (text: string): boolean => privateKey.test(text);
