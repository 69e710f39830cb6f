/**
 * The provider's own portal, as far as the console leads to it: it stops, starts and deletes a demo machine, and changes a demo
 * person's password, none of which Awanio's API can do. Plain pages without a sign-in, for the demo's tenant alone.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { giveBack } from './awanio/external';
import { findOrganization } from './awanio/groups';
import type { Vm } from './awanio/vm';
import type { Cloud } from './cloud';
import { html, page, sendPage } from './html';
import { readBody } from './input';
import { Refusal } from './refusal';
import { demoTenant } from './seed';
import { hashPassword } from './tokens';

/** The states in which a machine takes an action. */
const allowed: Record<string, readonly string[]> = {
  stop: ['running'],
  start: ['stopped'],
  delete: ['running', 'stopped', 'failed'],
};
/** The shortest password that A01 takes, too. */
const shortest = 8;

const machinesOf = ({ store }: Cloud) =>
  store.all<Vm>('select * from vms where tenant_id = ? order by title', demoTenant);

const namesOf = ({ store }: Cloud) =>
  store.all<{ username: string }>(
    'select username from users where tenant_id = ? order by username',
    demoTenant,
  );

const rowOf = ({ uuid, title, hostname, status }: Vm) =>
  html`<article>
    <h2>${title}</h2>
    <p>${hostname}: ${status}</p>
    ${Object.keys(allowed)
      .filter((action) => allowed[action]?.includes(status))
      .map(
        (action) =>
          html`<form method="post" action="/portal/vms/${uuid}/${action}">
            <button>${action}</button>
          </form>`,
      )}
  </article>`;

function portalPage(cloud: Cloud, said: string | null): string {
  const machines = machinesOf(cloud).map(rowOf);
  return page(
    'Portal of the sandbox',
    html`<h1>The provider’s portal</h1>
      <p>What the API can’t do. This is the sandbox: it asks for no sign-in.</p>
      ${said === null ? html`` : html`<p role="status">${said}</p>`}
      <h2>Virtual machines</h2>
      ${machines.length > 0 ? machines : html`<p>There are none.</p>`}
      <h2>Passwords</h2>
      <form method="post" action="/portal/password">
        <label
          >Username
          <select name="username">
            ${namesOf(cloud).map(({ username }) => html`<option>${username}</option>`)}
          </select></label
        >
        <label
          >New password <input name="password" type="password" minlength="${shortest}" required
        /></label>
        <button>change</button>
      </form>`,
  );
}

/** Deletes a machine: its meter ends, its address goes back, its volumes are detached. */
function deleteMachine(cloud: Cloud, vm: Vm, at: number): void {
  const { store } = cloud;
  store.transaction(() => {
    cloud.jobs.drop(vm.uuid);
    cloud.ledger.closeMeter(vm.uuid, at);
    const organization = findOrganization(store, vm.organization_uuid);
    if (organization) giveBack(cloud, organization, vm.reserved_ip_uuid, at);
    store.update('volumes', { vm_uuid: vm.uuid }, { vm_uuid: null, updated_at: at });
    store.run('delete from vms where uuid = ?', vm.uuid);
  });
}

/** @returns the sentence for the page. @throws Refusal where the machine isn't there or its state forbids the action */
function act(cloud: Cloud, uuid: string, action: string): string {
  const vm = machinesOf(cloud).find((each) => each.uuid === uuid);
  if (!vm) throw new Refusal(404, 'There is no such machine.');
  if (!allowed[action]?.includes(vm.status))
    throw new Refusal(409, `A machine that is ${vm.status} can’t be asked to ${action}.`);
  const at = cloud.now(demoTenant);
  if (action === 'delete') deleteMachine(cloud, vm, at);
  else {
    const status = action === 'stop' ? 'stopped' : 'running';
    cloud.store.update('vms', { uuid }, { status, updated_at: at });
  }
  return `${vm.title}: ${action} is done.`;
}

function changePassword(cloud: Cloud, form: URLSearchParams): string {
  const [username, password] = [form.get('username') ?? '', form.get('password') ?? ''];
  if (!namesOf(cloud).some((person) => person.username === username))
    throw new Refusal(404, 'There is no such person.');
  if (password.length < shortest)
    throw new Refusal(422, `A password has ${shortest} characters or more.`);
  cloud.store.update('users', { username }, { password_hash: hashPassword(password) });
  return `The password of ${username} is changed.`;
}

async function answer(
  cloud: Cloud,
  request: IncomingMessage,
  path: string,
  response: ServerResponse,
): Promise<void> {
  const { origin, host } = request.headers;
  try {
    if (request.method === 'GET' && path === '/portal')
      return sendPage(response, portalPage(cloud, null));
    const [, uuid, action] = /^\/portal\/vms\/([^/]+)\/([a-z]+)$/.exec(path) ?? [];
    if (request.method !== 'POST' || (path !== '/portal/password' && !uuid))
      throw new Refusal(404, 'There is no such page.');
    // Another site's page could send these forms, too.
    if (origin !== undefined && origin !== `http://${host ?? ''}`)
      throw new Refusal(403, 'This form comes from another site.');
    const body = (await readBody(request)).toString('utf8');
    const said = uuid
      ? act(cloud, uuid, action ?? '')
      : changePassword(cloud, new URLSearchParams(body));
    sendPage(response, portalPage(cloud, said));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    sendPage(response, portalPage(cloud, error.message), error.status);
  }
}

/** Serves `/portal`, where the sandbox has its demo. @returns false for other paths */
export function servePortal(
  cloud: Cloud,
  request: IncomingMessage,
  path: string,
  response: ServerResponse,
): boolean {
  if (path !== '/portal' && !path.startsWith('/portal/')) return false;
  answer(cloud, request, path, response).catch((error: unknown) => {
    process.emitWarning(error instanceof Error ? error : String(error));
    response.destroy();
  });
  return true;
}
