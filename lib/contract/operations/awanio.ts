/**
 * The operations of Awanio: A01–A70 of the provider's page, and the extras AX1–AX7, recovered from public tests
 * against the same platform. Source: contract/api.md section 2.1. Most paths are inferred; an operator corrects them
 * in the overrides file. Each row is one line, so that the table is easy to compare.
 */
import type { Operation } from '../operation';

const common = { backend: 'awanio', auth: 'required', scope: { in: 'none' }, reach: 'generic', origin: 'inferred', affects: [] } as const; // prettier-ignore

const get = { ...common, method: 'GET', kind: 'read', encoding: 'none' } as const;
const post = { ...common, method: 'POST', kind: 'write', encoding: 'json' } as const;
const put = { ...common, method: 'PUT', kind: 'write', encoding: 'json' } as const;
const del = { ...common, method: 'DELETE', kind: 'write', encoding: 'none' } as const;

/**
 * The place of the scope in the input. `signed-in` with a scope needs membership there, whatever the level: a finance
 * member, who may not read resources, still reads the organization's name and terms.
 */
const inOrganization = { in: 'path', param: 'uuid', of: 'organization' } as const;
const inNamedOrganization = { in: 'path', param: 'organization_uuid', of: 'organization' } as const;
const inProject = { in: 'path', param: 'uuid', of: 'project' } as const;
const inGroup = { in: 'path', param: 'uuid', of: 'group' } as const;
const inNamedGroup = { in: 'path', param: 'group_uuid', of: 'group' } as const;
const ofUser = { in: 'path', param: 'uuid', of: 'user' } as const;
const bodyOrganization = { in: 'body', field: 'organization_uuid', of: 'organization' } as const;

/** Operations whose answers contain a balance: everything that costs money makes them outdated. */
const balances = ['A04', 'A06', 'A07'] as const;
const myProjects = ['A04', 'A15', 'A16'] as const;

const registration = 'Registration', account = 'Account', organization = 'Organizations', organizationMembers = 'Organization members'; // prettier-ignore
const project = 'Projects', projectMembers = 'Project members', machine = 'Virtual machines', baremetal = 'Bare metal'; // prettier-ignore
const catalogue = 'Catalogues', pricing = 'Pricing', billing = 'Billing', network = 'Network', volume = 'Volumes'; // prettier-ignore
const objects = 'Object storage', kubernetes = 'Kubernetes', users = 'Users (provider)', gateway = 'Payment gateways (provider)'; // prettier-ignore

// prettier-ignore
export const awanio = {
  A01: { ...post, ref: 'A01', area: registration, path: '/accounts/register', auth: 'none', permission: 'anyone', reach: 'own' },
  A02: { ...post, ref: 'A02', area: registration, path: '/accounts/verify', auth: 'none', permission: 'anyone', reach: 'own' },
  A03: { ...post, ref: 'A03', area: registration, path: '/accounts/login', auth: 'none', permission: 'anyone', reach: 'own', origin: 'recovered' },
  A04: { ...get, ref: 'A04', area: account, path: '/accounts/me', permission: 'signed-in' },

  A05: { ...post, ref: 'A05', area: organization, path: '/organizations', permission: 'signed-in', affects: ['A04', 'A06'] },
  A06: { ...get, ref: 'A06', area: organization, path: '/organizations', permission: 'signed-in' },
  A07: { ...get, ref: 'A07', area: organization, path: '/organizations/{uuid}', scope: inOrganization, permission: 'signed-in' },
  A08: { ...put, ref: 'A08', area: organization, path: '/organizations/{uuid}', scope: inOrganization, permission: 'group.admin', affects: [...balances, 'A15', 'A16'] },
  A09: { ...put, ref: 'A09', area: organization, path: '/organizations/{uuid}/default', scope: inOrganization, permission: 'signed-in', affects: ['A04', 'A06', 'A07'] },
  A10: { ...get, ref: 'A10', area: organizationMembers, path: '/organizations/{uuid}/members', scope: inOrganization, permission: 'group.read' },
  A11: { ...post, ref: 'A11', area: organizationMembers, path: '/organizations/{uuid}/members', scope: inOrganization, permission: 'group.admin', affects: ['A10', 'A06', 'A07'] },
  A12: { ...put, ref: 'A12', area: organizationMembers, path: '/organizations/{uuid}/members', scope: inOrganization, permission: 'group.admin', affects: ['A10', 'A04', 'A06', 'A07', 'A21'] },
  A13: { ...del, ref: 'A13', area: organizationMembers, path: '/organizations/{organization_uuid}/members/{user_uuid}', scope: inNamedOrganization, permission: 'group.admin', affects: ['A10', 'A04', 'A06', 'A07', 'A21'] },

  A14: { ...post, ref: 'A14', area: project, path: '/projects', scope: bodyOrganization, permission: 'group.write', affects: ['A04', 'A15'], origin: 'recovered' },
  A15: { ...get, ref: 'A15', area: project, path: '/projects', permission: 'signed-in', origin: 'recovered' },
  A16: { ...get, ref: 'A16', area: project, path: '/projects/{uuid}', scope: inProject, permission: 'signed-in', origin: 'recovered' },
  A17: { ...put, ref: 'A17', area: project, path: '/projects/{uuid}', scope: inProject, permission: 'group.admin', affects: [...myProjects, 'A21'], origin: 'recovered' },
  A18: { ...put, ref: 'A18', area: project, path: '/projects/{uuid}/primary', encoding: 'none', scope: inProject, permission: 'signed-in', affects: [...myProjects, 'A21'] },
  A19: { ...del, ref: 'A19', area: project, path: '/projects/{uuid}/primary', scope: inProject, permission: 'signed-in', affects: [...myProjects, 'A21'] },
  A20: { ...post, ref: 'A20', area: projectMembers, path: '/projects/{uuid}/members', scope: inProject, permission: 'group.admin', affects: ['A21', ...myProjects] },
  A21: { ...get, ref: 'A21', area: projectMembers, path: '/projects/{uuid}/members', scope: inProject, permission: 'group.read' },
  A22: { ...put, ref: 'A22', area: projectMembers, path: '/projects/{uuid}/members/{user_uuid}', scope: inProject, permission: 'group.admin', affects: ['A21', ...myProjects] },
  A23: { ...del, ref: 'A23', area: projectMembers, path: '/projects/{uuid}/members/{user_uuid}', scope: inProject, permission: 'group.admin', affects: ['A21', ...myProjects] },

  A24: { ...post, ref: 'A24', area: machine, path: '/{group_type}/{uuid}/vms', scope: inGroup, permission: 'group.write', affects: ['A25', 'A26', 'A37', 'A39', ...balances] },
  A25: { ...get, ref: 'A25', area: machine, path: '/{group_type}/{uuid}/vms', scope: inGroup, permission: 'group.read' },
  A26: { ...get, ref: 'A26', area: machine, path: '/{group_type}/{uuid}/vms/{vm_uuid}', scope: inGroup, permission: 'group.read' },

  A27: { ...post, ref: 'A27', area: baremetal, path: '/{group_type}/{uuid}/baremetals', scope: inGroup, permission: 'group.write', affects: ['A28', 'A29', 'A32', 'A37', 'A45', ...balances] },
  A28: { ...get, ref: 'A28', area: baremetal, path: '/{group_type}/{uuid}/baremetals', scope: inGroup, permission: 'group.read' },
  A29: { ...get, ref: 'A29', area: baremetal, path: '/{group_type}/{uuid}/baremetals/{baremetal_uuid}', scope: inGroup, permission: 'group.read' },
  A30: { ...del, ref: 'A30', area: baremetal, path: '/{group_type}/{uuid}/baremetals/{baremetal_uuid}', scope: inGroup, permission: 'group.write', affects: ['A28', 'A29', 'A31', 'A32', 'A37'] },
  A31: { ...get, ref: 'A31', area: baremetal, path: '/{group_type}/{uuid}/baremetals/{baremetal_uuid}/status', scope: inGroup, permission: 'group.read' },
  A32: { ...get, ref: 'A32', area: baremetal, path: '/{group_type}/{uuid}/baremetals/machines', scope: inGroup, permission: 'group.read' },
  A33: { ...get, ref: 'A33', area: catalogue, path: '/catalogues', permission: 'signed-in' },
  A34: { ...get, ref: 'A34', area: pricing, path: '/pricing', permission: 'signed-in' },

  A35: { ...post, ref: 'A35', area: billing, path: '/organizations/{uuid}/vouchers/redeem', scope: inOrganization, permission: 'billing.write', affects: balances },
  A36: { ...post, ref: 'A36', area: network, path: '/organizations/{uuid}/vpc', scope: inOrganization, permission: 'group.write', affects: ['A04', 'A06', 'A07', 'A37'] },
  A37: { ...get, ref: 'A37', area: network, path: '/organizations/{uuid}/reserved-ips', scope: inOrganization, permission: 'group.read' },
  A38: { ...del, ref: 'A38', area: network, path: '/organizations/{organization_uuid}/vpc/{vpc_uuid}', scope: inNamedOrganization, permission: 'group.write', affects: ['A04', 'A06', 'A07', 'A37'] },

  A39: { ...get, ref: 'A39', area: volume, path: '/{group_type}/{group_uuid}/volumes', scope: inNamedGroup, permission: 'group.read' },
  A40: { ...post, ref: 'A40', area: volume, path: '/volumes', scope: bodyOrganization, permission: 'group.write', affects: ['A39', ...balances] },
  A41: { ...del, ref: 'A41', area: volume, path: '/{group_type}/{group_uuid}/volumes/{volume_uuid}', scope: inNamedGroup, permission: 'group.write', affects: ['A39', 'A25', 'A26'] },
  A42: { ...put, ref: 'A42', area: volume, path: '/{group_type}/{group_uuid}/volumes/{volume_uuid}', scope: inNamedGroup, permission: 'group.write', affects: ['A39', 'A25', 'A26'] },
  A43: { ...put, ref: 'A43', area: volume, path: '/{group_type}/{group_uuid}/volumes/{volume_uuid}/resize', scope: inNamedGroup, permission: 'group.write', affects: ['A39', 'A25', 'A26', ...balances] },
  A44: { ...post, ref: 'A44', area: volume, path: '/{group_type}/{group_uuid}/volumes/clone', scope: inNamedGroup, permission: 'group.write', affects: ['A39', ...balances] },

  A45: { ...get, ref: 'A45', area: billing, path: '/organizations/{uuid}/invoices', scope: inOrganization, permission: 'billing.read' },
  A46: { ...get, ref: 'A46', area: billing, path: '/invoices/{uuid}', permission: 'billing.read' },
  A47: { ...get, ref: 'A47', area: gateway, path: '/payment/payment-gateway', permission: 'provider.admin', origin: 'recovered' },
  A48: { ...post, ref: 'A48', area: gateway, path: '/payment/payment-gateway', permission: 'provider.admin', affects: ['A47', 'A49'], origin: 'recovered' },
  A49: { ...get, ref: 'A49', area: billing, path: '/payment/payment-method', permission: 'billing.read' },
  A50: { ...get, ref: 'A50', area: billing, path: '/payment/topup/{reference_number}', permission: 'billing.read' },
  A51: { ...post, ref: 'A51', area: billing, path: '/payment/topup', scope: bodyOrganization, permission: 'billing.write', affects: ['A50', ...balances], reach: 'own', origin: 'recovered' },
  A52: { ...post, ref: 'A52', area: billing, path: '/payment/pay', scope: bodyOrganization, permission: 'billing.write', affects: ['A50', ...balances], reach: 'never' },
  A53: { ...post, ref: 'A53', area: billing, path: '/payment/callback/duitku', encoding: 'multipart', auth: 'none', permission: 'anyone', reach: 'never' },

  A54: { ...post, ref: 'A54', area: objects, path: '/{group_type}/{uuid}/object-storages', encoding: 'multipart', scope: inGroup, permission: 'group.write', affects: ['A55', 'A57', ...balances] },
  A55: { ...get, ref: 'A55', area: objects, path: '/{group_type}/{uuid}/object-storages', scope: inGroup, permission: 'group.read' },
  A56: { ...post, ref: 'A56', area: objects, path: '/{group_type}/{uuid}/object-storages/buckets', encoding: 'multipart', scope: inGroup, permission: 'group.write', affects: ['A55', 'A57'] },
  A57: { ...get, ref: 'A57', area: objects, path: '/{group_type}/{uuid}/object-storages/buckets', scope: inGroup, permission: 'group.read' },
  A58: { ...put, ref: 'A58', area: objects, path: '/{group_type}/{uuid}/object-storages/buckets/{bucket_name}/policy', encoding: 'multipart', scope: inGroup, permission: 'group.write', affects: ['A57'] },
  A59: { ...del, ref: 'A59', area: objects, path: '/{group_type}/{uuid}/object-storages/buckets/{bucket_name}', scope: inGroup, permission: 'group.write', affects: ['A55', 'A57', 'A60'] },
  A60: { ...get, ref: 'A60', area: objects, path: '/{group_type}/{uuid}/object-storages/buckets/{bucket_name}/objects', scope: inGroup, permission: 'group.read' },
  A61: { ...del, ref: 'A61', area: objects, path: '/{group_type}/{uuid}/object-storages/buckets/{bucket_name}/objects/{object_name}', scope: inGroup, permission: 'group.write', affects: ['A55', 'A60'] },

  A62: { ...get, ref: 'A62', area: kubernetes, path: '/kubernetes/versions', permission: 'signed-in' },
  A63: { ...post, ref: 'A63', area: kubernetes, path: '/{group_type}/{uuid}/kubernetes', scope: inGroup, permission: 'group.write', affects: ['A64', 'A65', 'A37', 'A39', ...balances] },
  A64: { ...get, ref: 'A64', area: kubernetes, path: '/{group_type}/{uuid}/kubernetes', scope: inGroup, permission: 'group.read' },
  A65: { ...get, ref: 'A65', area: kubernetes, path: '/{group_type}/{uuid}/kubernetes/{k8s_uuid}', scope: inGroup, permission: 'group.read' },
  A66: { ...put, ref: 'A66', area: kubernetes, path: '/{group_type}/{uuid}/kubernetes/{k8s_uuid}', scope: inGroup, permission: 'group.write', affects: ['A64', 'A65', 'A68', 'A69'] },
  A67: { ...del, ref: 'A67', area: kubernetes, path: '/{group_type}/{uuid}/kubernetes/{k8s_uuid}', scope: inGroup, permission: 'group.write', affects: ['A64', 'A65', 'A68', 'A69', 'A37', 'A39'] },
  A68: { ...get, ref: 'A68', area: kubernetes, path: '/{group_type}/{uuid}/kubernetes/{k8s_uuid}/metrics', scope: inGroup, permission: 'group.read' },
  A69: { ...get, ref: 'A69', area: kubernetes, path: '/{group_type}/{uuid}/kubernetes/{k8s_uuid}/status', scope: inGroup, permission: 'group.read' },
  A70: { ...get, ref: 'A70', area: kubernetes, path: '/{group_type}/{uuid}/kubernetes/{k8s_uuid}/kubeconfig', scope: inGroup, permission: 'group.write', reach: 'own' },

  AX1: { ...del, ref: 'AX1', area: project, path: '/projects/{uuid}', scope: inProject, permission: 'group.admin', affects: [...myProjects, 'A21'], origin: 'recovered' },
  AX2: { ...get, ref: 'AX2', area: users, path: '/sa/users', permission: 'provider.admin', origin: 'recovered' },
  AX3: { ...post, ref: 'AX3', area: users, path: '/sa/users', permission: 'provider.admin', affects: ['AX2'], origin: 'recovered' },
  AX4: { ...get, ref: 'AX4', area: users, path: '/sa/users/{uuid}', scope: ofUser, permission: 'provider.admin', origin: 'recovered' },
  AX5: { ...put, ref: 'AX5', area: users, path: '/sa/users/{uuid}', scope: ofUser, permission: 'provider.admin', affects: ['AX2', 'AX4'], origin: 'recovered' },
  AX6: { ...del, ref: 'AX6', area: users, path: '/sa/users/{uuid}', scope: ofUser, permission: 'provider.admin', affects: ['AX2', 'AX4'], origin: 'recovered' },
  AX7: { ...post, ref: 'AX7', area: users, path: '/accounts/sa/login', auth: 'none', permission: 'anyone', reach: 'own', origin: 'recovered' },
} as const satisfies Record<string, Operation>;
