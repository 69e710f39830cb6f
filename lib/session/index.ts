/** Who is signed in. Runs under plain Node; nothing here is for the browser (that is `./browser`). */
export { accountOf, credentialsFor } from './credentials';
export { idleEnd, readSession } from './read';
export { awanioIdentity, dewavpsIdentity, isOwnAccount, ownerHash } from './session';
export type { Account, AwanioUser, Session, SessionCredentials, SessionView } from './session';
