/** Installs another system, D08, and sets another password, D19. */
import { durations } from '../cloud';
import { handleJob } from '../job-handlers';
import { implement } from '../registry';
import { findTemplate } from './catalogue';
import type { Errors } from './checks';
import { checkLogin, checkPassword, needMoney, refuseErrors, say } from './checks';
import { dropCopies } from './copies';
import { echoWire, hourlyOf } from './instance';
import { beginOperation, failOperation, instanceReadyFor, endOperation } from './power';
import { logPower } from './power-log';

interface NewSystem {
  template_id: number;
  username: string;
  password: string;
}

/**
 * The disk is created again, so the snapshots on it and the SSH keys are deleted. Backups and their schedules, the
 * firewall, the address, the private network and attached disks stay.
 */
implement('D08', ({ params, body }, context) => {
  const { cloud, store, tenant, account, now } = context;
  const instance = instanceReadyFor(context, params.instance_uuid, 'reinstall');
  const system: NewSystem = { ...body, template_id: Number(body.template_id) };
  const errors: Errors = {};
  const template = findTemplate(system.template_id);
  if (!template) say(errors, 'template_id', 'The selected template id is invalid.');
  else if (template.minStorage > instance.storage || template.minMemory > instance.memory) {
    const { name, version, minMemory, minStorage } = template;
    say(
      errors,
      'template_id',
      `${name} ${version} needs ${minMemory} GB of memory and ${minStorage} GB of storage.`,
    );
  }
  checkLogin(errors, system.username, system.password);
  refuseErrors(errors);
  needMoney(cloud, account, hourlyOf(store, { ...instance, status: 'Running' }), 'instance');
  const { uuid, status } = instance;
  store.transaction(() => {
    cloud.later(tenant.id, 'instance.reinstalled', uuid, durations.reinstall, now, system);
    logPower(store, uuid, 'off', now);
  });
  const resume = status === 'Running' ? status : null;
  const begun = beginOperation(cloud, instance, 'reinstall', 'Reinstalling', now, resume);
  cloud.machines.remove(uuid);
  return echoWire(begun);
});

handleJob('instance.reinstalled', (cloud, { target, due_at, payload, ...job }) => {
  dropCopies(cloud, 'snapshots', target, due_at);
  if (cloud.fails(job, 'D08')) return failOperation(cloud, target, due_at);
  const system = JSON.parse(payload) as NewSystem;
  cloud.store.update('instances', { uuid: target }, { ...system, ssh_keys: '[]' });
  endOperation(cloud, target, 'Running', due_at);
  cloud.machines.start(target);
});

implement('D19', ({ params, body }, context) => {
  const { cloud, store, now } = context;
  const instance = instanceReadyFor(context, params.instance_uuid, 'setPassword');
  const errors: Errors = {};
  checkPassword(errors, instance.username, body.password);
  refuseErrors(errors);
  const { password } = body;
  store.update('instances', { uuid: instance.uuid }, { password, updated_at: now });
  cloud.machines.setPassword(instance.uuid, password);
  return null;
});
