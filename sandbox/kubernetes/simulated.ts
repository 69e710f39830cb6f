import { X509Certificate, constants } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createSecureContext, type SecureContext, type TLSSocket } from 'node:tls';
import { answerCall, failure, unauthorized, type ApiAnswer } from './api';
import { makeAuthority, makeCertificate, type Pair } from './certificates';
import type { Certificates, ClusterEngine, ClusterSource } from './engine';
import { kubeconfigText } from './kubeconfig';

const loopback = '127.0.0.1';
/** The name of a cluster in its server's certificate. */
const domain = '.kubernetes.sandbox';
const serverNameOf = (id: string) => `${id}${domain}`;
/** How long the authority and the server's certificate are good for: ten years, as kubeadm's authority. */
const authorityLasts = 3650 * 86_400_000;
/** The extended key usage of clients. */
const clientUse = '1.3.6.1.5.5.7.3.2';

const endOf = ({ certificate }: Pair) => Date.parse(new X509Certificate(certificate).validTo);
/** The beginning of the second of an instant, which is what a certificate says. */
export const wholeSecond = (at: number) => Math.floor(at / 1000) * 1000;

/** Whether a certificate is one of the authority's for clients, and is valid now. */
function isClient(client: X509Certificate | undefined, authority: Pair): boolean {
  if (!client) return false;
  const now = Date.now();
  const issuer = new X509Certificate(authority.certificate);
  return (
    client.checkIssued(issuer) &&
    client.verify(issuer.publicKey) &&
    // Its own type says that there always are uses.
    (client.keyUsage as string[] | undefined)?.includes(clientUse) === true &&
    Date.parse(client.validFrom) <= now &&
    now <= Date.parse(client.validTo)
  );
}

/**
 * Serves the clusters' APIs in this process: one port with TLS on loopback, where the server name says which cluster is
 * meant. Each cluster has its own certificates, made when they are first asked for.
 */
export class SimulatedClusters implements ClusterEngine {
  readonly #source: ClusterSource;
  readonly #server: Server;
  readonly #contexts = new Map<string, SecureContext>();
  /** Certificates that are being made, so that two calls at once don't make two of them. */
  readonly #making = new Map<string, Promise<Certificates>>();
  #port = 0;

  constructor(source: ClusterSource) {
    this.#source = source;
    this.#server = createServer(
      {
        requestCert: true,
        // Refused with 401 below, as Kubernetes does, and not by cutting the connection.
        rejectUnauthorized: false,
        ALPNProtocols: ['http/1.1'],
        // A resumed connection would not show its certificate again.
        secureOptions: constants.SSL_OP_NO_TICKET,
        SNICallback: (name, done) => this.#choose(name, done),
      },
      (request, response) => this.#serve(request, response),
    );
    this.#server.on('tlsClientError', () => undefined); // it has ended the connection already
  }

  async listen(port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, loopback, () => resolve());
    });
    this.#port = (this.#server.address() as AddressInfo).port;
    return this.#port;
  }

  async kubeconfig(id: string, ends: number): Promise<string> {
    const spec = this.#source.spec(id);
    if (!spec) throw new Error('the cluster does not run');
    const { authority, client } = await this.#certificates(id, ends);
    return kubeconfigText({
      name: spec.name,
      server: `https://${loopback}:${this.#port}`,
      serverName: serverNameOf(id),
      authority: authority.certificate,
      client,
    });
  }

  remove(id: string): void {
    this.#contexts.delete(id);
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  /** The certificates of a cluster, of which the client's ends at `ends`. */
  async #certificates(id: string, ends: number): Promise<Certificates> {
    await this.#making.get(id)?.catch(() => undefined);
    const known = this.#source.certificates(id);
    if (known && endOf(known.client) === wholeSecond(ends)) return known;
    const making = this.#making.get(id) ?? this.#make(id, ends, known);
    this.#making.set(id, making);
    return making.finally(() => this.#making.delete(id));
  }

  async #make(id: string, ends: number, known: Certificates | null): Promise<Certificates> {
    const lasts = Date.now() + authorityLasts;
    const authority = known?.authority ?? (await makeAuthority('kubernetes', lasts));
    const hosts = { dns: [serverNameOf(id)], ip: [loopback] };
    const server =
      known?.server ??
      (await makeCertificate(authority, { name: 'kube-apiserver', hosts, ends: lasts }));
    const user = { name: 'kubernetes-admin', organization: 'system:masters', ends };
    const made = { authority, server, client: await makeCertificate(authority, user) };
    this.#source.keep(id, made);
    return made;
  }

  /** Finds the certificate of the server that a connection names; without one there is no handshake. */
  #choose(name: string, done: (error: Error | null, context?: SecureContext) => void): void {
    const id = name.endsWith(domain) ? name.slice(0, -domain.length) : '';
    const known = this.#source.certificates(id);
    if (!known) return done(null);
    const context =
      this.#contexts.get(id) ??
      createSecureContext({
        key: known.server.key,
        cert: known.server.certificate,
        ca: known.authority.certificate,
      });
    this.#contexts.set(id, context);
    done(null, context);
  }

  #answer(request: IncomingMessage): ApiAnswer {
    const socket = request.socket as TLSSocket & { servername?: string | false };
    const id = (socket.servername || '').slice(0, -domain.length);
    const known = this.#source.certificates(id);
    if (!known || !isClient(socket.getPeerX509Certificate(), known.authority))
      return unauthorized();
    const spec = this.#source.spec(id);
    if (!spec) return failure(503, 'ServiceUnavailable', 'the cluster is not running');
    return answerCall(spec, {
      method: request.method ?? '',
      url: request.url ?? '/',
      accept: request.headers.accept ?? '',
    });
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    request.resume();
    const { status, body } = this.#answer(request);
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(body));
  }
}
