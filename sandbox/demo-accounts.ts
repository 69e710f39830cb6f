const password = 'nusa-demo-2026';

/** The accounts of the demo. The passwords and keys are constants and clearly fake: they work only in the sandbox. */
export const demoAccounts = {
  awanio: [
    {
      username: 'sari',
      email: 'sari@example.id',
      name: 'Sari Wulandari',
      password,
      role: 'admin',
      level: 1,
    },
    {
      username: 'budi',
      email: 'budi@example.id',
      name: 'Budi Santoso',
      password,
      role: 'member',
      level: 2,
    },
    {
      username: 'ratna',
      email: 'ratna@example.id',
      name: 'Ratna Dewi',
      password,
      role: 'finance',
      level: 3,
    },
  ],
  /** The provider's own administrator, who signs in at `/sign-in?as=provider`. */
  provider: { username: 'dewi', email: 'dewi@example.id', name: 'Dewi Anggraini', password },
  /** The key of the object storage of Kopi Nusantara. */
  storage: {
    accessKey: 'NUSADEMO000000000000',
    secretKey: 'nusa-demo-2026-storage-0000000000000000',
  },
  dewavps: [
    { label: 'super', key: 'dewa_demo_super_0000000000000000000000', scopes: ['super'] },
    {
      label: 'read-only',
      key: 'dewa_demo_read_00000000000000000000000',
      scopes: ['read_instance', 'read_network'],
    },
    { label: 'billing', key: 'dewa_demo_billing_00000000000000000000', scopes: ['billing'] },
    {
      label: 'network',
      key: 'dewa_demo_network_00000000000000000000',
      scopes: ['read_network'],
    },
  ],
} as const;
