/**
 * The operations of Awanio: A01–A70 of the provider's page and the extras AX1–AX7, recovered from public
 * tests against the same platform. Source: contract/api.md section 2.1. Most paths are inferred; an
 * operator corrects them in the overrides file. A row is one line, so that the table reads as a table.
 */
import type { Operation } from '../operation';

const common = { backend: 'awanio', auth: 'required', scope: { in: 'none' }, reach: 'generic', origin: 'inferred', affects: [] } as const; // prettier-ignore

const get = { ...common, method: 'GET', kind: 'read', encoding: 'none' } as const;
const post = { ...common, method: 'POST', kind: 'write', encoding: 'json' } as const;
const put = { ...common, method: 'PUT', kind: 'write', encoding: 'json' } as const;
const del = { ...common, method: 'DELETE', kind: 'write', encoding: 'none' } as const;

/** Where the scope stands. */
const inOrganization = { in: 'path', param: 'uuid', of: 'organization' } as const;
const inNamedOrganization = { in: 'path', param: 'organization_uuid', of: 'organization' } as const;
const inProject = { in: 'path', param: 'uuid', of: 'project' } as const;
const inGroup = { in: 'path', param: 'uuid', of: 'group' } as const;
const inNamedGroup = { in: 'path', param: 'group_uuid', of: 'group' } as const;
const ofUser = { in: 'path', param: 'uuid', of: 'user' } as const;
const bodyOrganization = { in: 'body', field: 'organization_uuid', of: 'organization' } as const;

/** What shows a balance: whatever costs money makes these stale. */
const balances = ['A04', 'A06', 'A07'] as const;
const myProjects = ['A04', 'A15', 'A16'] as const;

const registration = 'Registration', account = 'Account', organization = 'Organizations', organizationMembers = 'Organization members'; // prettier-ignore
const project = 'Projects', projectMembers = 'Project members', machine = 'Virtual machines', baremetal = 'Bare metal'; // prettier-ignore
const catalogue = 'Catalogues', pricing = 'Pricing', billing = 'Billing', network = 'Network', volume = 'Volumes'; // prettier-ignore
const objects = 'Object storage', kubernetes = 'Kubernetes', users = 'Users (provider)', gateway = 'Payment gateways (provider)'; // prettier-ignore

// prettier-ignore
export const awanio = {
  A01: { ...post, ref: 'A01', area: registration, title: 'Register a user', path: '/accounts/register', auth: 'none', permission: 'anyone', reach: 'own' },
  A02: { ...post, ref: 'A02', area: registration, title: 'Verify an e-mail code', path: '/accounts/verify', auth: 'none', permission: 'anyone', reach: 'own' },
  A03: { ...post, ref: 'A03', area: registration, title: 'Sign in', path: '/accounts/login', auth: 'none', permission: 'anyone', reach: 'own', origin: 'recovered' },
  A04: { ...get, ref: 'A04', area: account, title: 'Own account', path: '/accounts/me', permission: 'signed-in' },

  A05: { ...post, ref: 'A05', area: organization, title: 'Create an organization', path: '/organizations', permission: 'signed-in', affects: ['A04', 'A06'] },
  A06: { ...get, ref: 'A06', area: organization, title: 'List my organizations', path: '/organizations', permission: 'signed-in' },
  A07: { ...get, ref: 'A07', area: organization, title: 'Organization', path: '/organizations/{uuid}', scope: inOrganization, permission: 'group.read' },
  A08: { ...put, ref: 'A08', area: organization, title: 'Update an organization', path: '/organizations/{uuid}', scope: inOrganization, permission: 'group.admin', affects: [...balances, 'A15', 'A16'] },
  A09: { ...put, ref: 'A09', area: organization, title: 'Make an organization the default', path: '/organizations/{uuid}/default', scope: inOrganization, permission: 'group.read', affects: ['A04', 'A06', 'A07'] },
  A10: { ...get, ref: 'A10', area: organizationMembers, title: 'List members of an organization', path: '/organizations/{uuid}/members', scope: inOrganization, permission: 'group.read' },
  A11: { ...post, ref: 'A11', area: organizationMembers, title: 'Add a member to an organization', path: '/organizations/{uuid}/members', scope: inOrganization, permission: 'group.admin', affects: ['A10', 'A06', 'A07'] },
  A12: { ...put, ref: 'A12', area: organizationMembers, title: 'Change members of an organization', path: '/organizations/{uuid}/members', scope: inOrganization, permission: 'group.admin', affects: ['A10', 'A04', 'A06', 'A07'] },
  A13: { ...del, ref: 'A13', area: organizationMembers, title: 'Remove a member from an organization', path: '/organizations/{organization_uuid}/members/{user_uuid}', scope: inNamedOrganization, permission: 'group.admin', affects: ['A10', 'A04', 'A06', 'A07', 'A21'] },

  A14: { ...post, ref: 'A14', area: project, title: 'Create a project', path: '/projects', scope: bodyOrganization, permission: 'group.write', affects: ['A04', 'A15'], origin: 'recovered' },
  A15: { ...get, ref: 'A15', area: project, title: 'List my projects', path: '/projects', permission: 'signed-in', origin: 'recovered' },
  A16: { ...get, ref: 'A16', area: project, title: 'Project', path: '/projects/{uuid}', scope: inProject, permission: 'group.read', origin: 'recovered' },
  A17: { ...put, ref: 'A17', area: project, title: 'Update a project', path: '/projects/{uuid}', scope: inProject, permission: 'group.admin', affects: [...myProjects, 'A21'], origin: 'recovered' },
  A18: { ...put, ref: 'A18', area: project, title: 'Make a project primary', path: '/projects/{uuid}/primary', encoding: 'none', scope: inProject, permission: 'group.read', affects: [...myProjects, 'A21'] },
  A19: { ...del, ref: 'A19', area: project, title: 'Release a primary project', path: '/projects/{uuid}/primary', scope: inProject, permission: 'group.read', affects: [...myProjects, 'A21'] },
  A20: { ...post, ref: 'A20', area: projectMembers, title: 'Add a member to a project', path: '/projects/{uuid}/members', scope: inProject, permission: 'group.admin', affects: ['A21', 'A15', 'A16'] },
  A21: { ...get, ref: 'A21', area: projectMembers, title: 'List members of a project', path: '/projects/{uuid}/members', scope: inProject, permission: 'group.read' },
  A22: { ...put, ref: 'A22', area: projectMembers, title: 'Change the level of a project member', path: '/projects/{uuid}/members/{user_uuid}', scope: inProject, permission: 'group.admin', affects: ['A21', ...myProjects] },
  A23: { ...del, ref: 'A23', area: projectMembers, title: 'Remove a member from a project', path: '/projects/{uuid}/members/{user_uuid}', scope: inProject, permission: 'group.admin', affects: ['A21', ...myProjects] },

  A24: { ...post, ref: 'A24', area: machine, title: 'Create a virtual machine', path: '/{group_type}/{uuid}/vms', scope: inGroup, permission: 'group.write', affects: ['A25', 'A26', 'A37', 'A39', ...balances] },
  A25: { ...get, ref: 'A25', area: machine, title: 'List virtual machines', path: '/{group_type}/{uuid}/vms', scope: inGroup, permission: 'group.read' },
  A26: { ...get, ref: 'A26', area: machine, title: 'Virtual machine', path: '/{group_type}/{uuid}/vms/{vm_uuid}', scope: inGroup, permission: 'group.read' },

  A27: { ...post, ref: 'A27', area: baremetal, title: 'Create bare metal', path: '/{group_type}/{uuid}/baremetals', scope: inGroup, permission: 'group.write', affects: ['A28', 'A29', 'A32', 'A37', 'A45', ...balances] },
  A28: { ...get, ref: 'A28', area: baremetal, title: 'List bare metal', path: '/{group_type}/{uuid}/baremetals', scope: inGroup, permission: 'group.read' },
  A29: { ...get, ref: 'A29', area: baremetal, title: 'Bare metal', path: '/{group_type}/{uuid}/baremetals/{baremetal_uuid}', scope: inGroup, permission: 'group.read' },
  A30: { ...del, ref: 'A30', area: baremetal, title: 'Delete bare metal', path: '/{group_type}/{uuid}/baremetals/{baremetal_uuid}', scope: inGroup, permission: 'group.write', affects: ['A28', 'A29', 'A31', 'A32', 'A37'] },
  A31: { ...get, ref: 'A31', area: baremetal, title: 'Status of bare metal', path: '/{group_type}/{uuid}/baremetals/{baremetal_uuid}/status', scope: inGroup, permission: 'group.read' },
  A32: { ...get, ref: 'A32', area: baremetal, title: 'List available machines', path: '/{group_type}/{uuid}/baremetals/machines', scope: inGroup, permission: 'group.read' },
  A33: { ...get, ref: 'A33', area: catalogue, title: 'List catalogues', path: '/catalogues', permission: 'signed-in' },
  A34: { ...get, ref: 'A34', area: pricing, title: 'List prices', path: '/pricing', permission: 'signed-in' },

  A35: { ...post, ref: 'A35', area: billing, title: 'Redeem a voucher', path: '/organizations/{uuid}/vouchers/redeem', scope: inOrganization, permission: 'billing.write', affects: balances },
  A36: { ...post, ref: 'A36', area: network, title: 'Create a VPC', path: '/organizations/{uuid}/vpc', scope: inOrganization, permission: 'group.write', affects: ['A04', 'A06', 'A07', 'A37'] },
  A37: { ...get, ref: 'A37', area: network, title: 'List reserved addresses', path: '/organizations/{uuid}/reserved-ips', scope: inOrganization, permission: 'group.read' },
  A38: { ...del, ref: 'A38', area: network, title: 'Delete a VPC', path: '/organizations/{organization_uuid}/vpc/{vpc_uuid}', scope: inNamedOrganization, permission: 'group.write', affects: ['A04', 'A06', 'A07', 'A37'] },

  A39: { ...get, ref: 'A39', area: volume, title: 'List volumes', path: '/{group_type}/{group_uuid}/volumes', scope: inNamedGroup, permission: 'group.read' },
  A40: { ...post, ref: 'A40', area: volume, title: 'Create a volume', path: '/volumes', scope: bodyOrganization, permission: 'group.write', affects: ['A39', ...balances] },
  A41: { ...del, ref: 'A41', area: volume, title: 'Delete a volume', path: '/{group_type}/{group_uuid}/volumes/{volume_uuid}', scope: inNamedGroup, permission: 'group.write', affects: ['A39', 'A25', 'A26'] },
  A42: { ...put, ref: 'A42', area: volume, title: 'Rename a volume', path: '/{group_type}/{group_uuid}/volumes/{volume_uuid}', scope: inNamedGroup, permission: 'group.write', affects: ['A39', 'A25', 'A26'] },
  A43: { ...put, ref: 'A43', area: volume, title: 'Resize a volume', path: '/{group_type}/{group_uuid}/volumes/{volume_uuid}/resize', scope: inNamedGroup, permission: 'group.write', affects: ['A39', 'A25', 'A26', ...balances] },
  A44: { ...post, ref: 'A44', area: volume, title: 'Clone a volume', path: '/{group_type}/{group_uuid}/volumes/clone', scope: inNamedGroup, permission: 'group.write', affects: ['A39', ...balances] },

  A45: { ...get, ref: 'A45', area: billing, title: 'List invoices', path: '/organizations/{uuid}/invoices', scope: inOrganization, permission: 'billing.read' },
  A46: { ...get, ref: 'A46', area: billing, title: 'Invoice', path: '/invoices/{uuid}', permission: 'billing.read' },
  A47: { ...get, ref: 'A47', area: gateway, title: 'List payment gateways', path: '/payment/payment-gateway', permission: 'provider.admin', origin: 'recovered' },
  A48: { ...post, ref: 'A48', area: gateway, title: 'Create a payment gateway', path: '/payment/payment-gateway', permission: 'provider.admin', affects: ['A47', 'A49'], origin: 'recovered' },
  A49: { ...get, ref: 'A49', area: billing, title: 'List payment methods', path: '/payment/payment-method', permission: 'billing.read' },
  A50: { ...get, ref: 'A50', area: billing, title: 'Status of a top-up', path: '/payment/topup/{reference_number}', permission: 'billing.read' },
  A51: { ...post, ref: 'A51', area: billing, title: 'Top up', path: '/payment/topup', scope: bodyOrganization, permission: 'billing.write', affects: ['A50', ...balances], origin: 'recovered' },
  A52: { ...post, ref: 'A52', area: billing, title: 'Pay (duplicate of A51)', path: '/payment/pay', scope: bodyOrganization, permission: 'billing.write', affects: ['A50', ...balances], reach: 'never' },
  A53: { ...post, ref: 'A53', area: billing, title: "Payment gateway's callback", path: '/payment/callback/duitku', encoding: 'multipart', permission: 'provider.admin', reach: 'never' },

  A54: { ...post, ref: 'A54', area: objects, title: 'Enable object storage', path: '/{group_type}/{uuid}/object-storages', encoding: 'multipart', scope: inGroup, permission: 'group.write', affects: ['A55', 'A57', ...balances] },
  A55: { ...get, ref: 'A55', area: objects, title: 'Object storage', path: '/{group_type}/{uuid}/object-storages', scope: inGroup, permission: 'group.read' },
  A56: { ...post, ref: 'A56', area: objects, title: 'Create a bucket', path: '/{group_type}/{uuid}/object-storages/buckets', encoding: 'multipart', scope: inGroup, permission: 'group.write', affects: ['A55', 'A57'] },
  A57: { ...get, ref: 'A57', area: objects, title: 'List buckets', path: '/{group_type}/{uuid}/object-storages/buckets', scope: inGroup, permission: 'group.read' },
  A58: { ...put, ref: 'A58', area: objects, title: 'Set the policy of a bucket', path: '/{group_type}/{uuid}/object-storages/buckets/{bucket_name}/policy', encoding: 'multipart', scope: inGroup, permission: 'group.write', affects: ['A57'] },
  A59: { ...del, ref: 'A59', area: objects, title: 'Delete a bucket', path: '/{group_type}/{uuid}/object-storages/buckets/{bucket_name}', scope: inGroup, permission: 'group.write', affects: ['A55', 'A57', 'A60'] },
  A60: { ...get, ref: 'A60', area: objects, title: 'List objects', path: '/{group_type}/{uuid}/object-storages/buckets/{bucket_name}/objects', scope: inGroup, permission: 'group.read' },
  A61: { ...del, ref: 'A61', area: objects, title: 'Delete an object', path: '/{group_type}/{uuid}/object-storages/buckets/{bucket_name}/objects/{object_name}', scope: inGroup, permission: 'group.write', affects: ['A55', 'A60'] },

  A62: { ...get, ref: 'A62', area: kubernetes, title: 'List Kubernetes versions', path: '/kubernetes/versions', permission: 'signed-in' },
  A63: { ...post, ref: 'A63', area: kubernetes, title: 'Create a cluster', path: '/{group_type}/{uuid}/kubernetes', scope: inGroup, permission: 'group.write', affects: ['A64', 'A65', 'A37', 'A39', ...balances] },
  A64: { ...get, ref: 'A64', area: kubernetes, title: 'List clusters', path: '/{group_type}/{uuid}/kubernetes', scope: inGroup, permission: 'group.read' },
  A65: { ...get, ref: 'A65', area: kubernetes, title: 'Cluster', path: '/{group_type}/{uuid}/kubernetes/{k8s_uuid}', scope: inGroup, permission: 'group.read' },
  A66: { ...put, ref: 'A66', area: kubernetes, title: 'Update a cluster', path: '/{group_type}/{uuid}/kubernetes/{k8s_uuid}', scope: inGroup, permission: 'group.write', affects: ['A64', 'A65', 'A68', 'A69'] },
  A67: { ...del, ref: 'A67', area: kubernetes, title: 'Delete a cluster', path: '/{group_type}/{uuid}/kubernetes/{k8s_uuid}', scope: inGroup, permission: 'group.write', affects: ['A64', 'A65', 'A68', 'A69', 'A37', 'A39'] },
  A68: { ...get, ref: 'A68', area: kubernetes, title: 'Metrics of a cluster', path: '/{group_type}/{uuid}/kubernetes/{k8s_uuid}/metrics', scope: inGroup, permission: 'group.read' },
  A69: { ...get, ref: 'A69', area: kubernetes, title: 'Status of a cluster', path: '/{group_type}/{uuid}/kubernetes/{k8s_uuid}/status', scope: inGroup, permission: 'group.read' },
  A70: { ...get, ref: 'A70', area: kubernetes, title: 'Kubeconfig of a cluster', path: '/{group_type}/{uuid}/kubernetes/{k8s_uuid}/kubeconfig', scope: inGroup, permission: 'group.write', reach: 'own' },

  AX1: { ...del, ref: 'AX1', area: project, title: 'Delete a project', path: '/projects/{uuid}', scope: inProject, permission: 'group.admin', affects: [...myProjects, 'A21'], origin: 'recovered' },
  AX2: { ...get, ref: 'AX2', area: users, title: 'List users', path: '/sa/users', permission: 'provider.admin', origin: 'recovered' },
  AX3: { ...post, ref: 'AX3', area: users, title: 'Create a user', path: '/sa/users', permission: 'provider.admin', affects: ['AX2'], origin: 'recovered' },
  AX4: { ...get, ref: 'AX4', area: users, title: 'User', path: '/sa/users/{uuid}', scope: ofUser, permission: 'provider.admin', origin: 'recovered' },
  AX5: { ...put, ref: 'AX5', area: users, title: 'Update a user', path: '/sa/users/{uuid}', scope: ofUser, permission: 'provider.admin', affects: ['AX2', 'AX4'], origin: 'recovered' },
  AX6: { ...del, ref: 'AX6', area: users, title: 'Delete a user', path: '/sa/users/{uuid}', scope: ofUser, permission: 'provider.admin', affects: ['AX2', 'AX4'], origin: 'recovered' },
  AX7: { ...post, ref: 'AX7', area: users, title: 'Sign in as provider', path: '/accounts/sa/login', auth: 'none', permission: 'anyone', reach: 'own', origin: 'recovered' },
} as const satisfies Record<string, Operation>;
