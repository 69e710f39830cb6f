/**
 * The tables of the database, one string per version. Add new versions at the end and never change a released one.
 * Instants are milliseconds of tenant time (see clock.ts) unless the name ends in `_real`. Money is whole rupiah.
 */
export const migrations: readonly string[] = [
  `
create table meta (name text primary key, value text not null);

create table tenants (
  id text primary key, name text not null, created_real integer not null,
  clock_real integer not null, clock_tenant integer not null, speed real not null,
  rate integer not null, epoch integer not null default 0, samples integer not null default 0
);

create table accounts (id text primary key, tenant_id text not null, balance integer not null);
create table entries (
  id integer primary key autoincrement, account_id text not null references accounts (id), at integer not null,
  amount integer not null, balance_after integer not null, kind text not null, description text not null,
  resource text, hours integer
);
create index entries_account on entries (account_id, at);
create index entries_resource on entries (resource, at);
create table meters (
  resource text primary key, account_id text not null references accounts (id), tenant_id text not null,
  label text not null, rate integer not null, opened_at integer not null, next_at integer not null
);
create index meters_tenant on meters (tenant_id);

create table jobs (
  id integer primary key autoincrement, tenant_id text not null, kind text not null, target text not null,
  due_at integer not null, payload text not null default '{}'
);
create index jobs_tenant on jobs (tenant_id, due_at);

create table faults (
  id integer primary key autoincrement, tenant_id text, ref text not null, kind text not null,
  times integer, status integer, message text, delay_ms integer, variant text
);

create table mail (
  id integer primary key autoincrement, sender text not null, recipient text not null, subject text not null,
  body text not null, received_real integer not null
);
create index mail_recipient on mail (recipient);

create table users (
  uuid text primary key, id integer not null unique, tenant_id text not null, username text not null unique collate nocase,
  email text not null unique collate nocase, name text not null, password_hash text not null, status text not null,
  code text, code_until_real integer, code_tries integer not null default 0,
  last_login integer, created_at integer not null, updated_at integer not null
);
create table organizations (
  uuid text primary key, tenant_id text not null, name text not null, slug text not null unique, icon text,
  payment_plans text not null default 'prepaid', created_at integer not null, updated_at integer not null
);
create table projects (
  uuid text primary key, tenant_id text not null, organization_uuid text not null references organizations (uuid),
  name text not null, slug text not null unique, icon text, created_at integer not null, updated_at integer not null
);
create table members (
  uuid text primary key, group_type text not null, group_uuid text not null, user_uuid text not null references users (uuid),
  level integer not null, is_default integer not null default 0, created_at integer not null, updated_at integer not null,
  unique (group_type, group_uuid, user_uuid)
);
create table vms (
  uuid text primary key, tenant_id text not null, organization_uuid text not null, group_type text not null,
  group_uuid text not null, user_uuid text not null, title text not null, hostname text not null,
  catalogue_uuid text not null, pricing_uuid text not null, status text not null, mac_address text not null,
  private_ip text, reserved_ip_uuid text, username text not null, credential text not null,
  created_at integer not null, updated_at integer not null, unique (group_type, group_uuid, hostname)
);
create table reserved_ips (
  uuid text primary key, id integer not null, tenant_id text not null, organization_uuid text not null,
  address text not null, vm_uuid text, reserved integer not null, created_at integer not null, updated_at integer not null,
  unique (tenant_id, address)
);

create table api_keys (
  key_hash text primary key, tenant_id text not null, label text not null, scopes text not null,
  expires_real integer, revoked integer not null default 0
);
create table instances (
  uuid text primary key, tenant_id text not null, vmid integer not null, hostname text not null, username text not null,
  password text not null, cpu integer not null, memory integer not null, storage integer not null,
  dedicated integer not null default 0, backup integer not null default 0, status text not null,
  location_id integer not null, tier_id integer not null, template_id integer not null, vswitch_uuid text, private_ip text,
  ssh_keys text not null default '[]', operation text, operation_flag integer not null default 0, cleanup text,
  created_at integer not null, updated_at integer not null, started_at integer, backup_at integer,
  unique (tenant_id, hostname)
);
create table public_ips (
  uuid text primary key, tenant_id text not null, address text not null, location_id integer not null,
  instance_uuid text, rdns text, created_at integer not null, updated_at integer not null, unique (tenant_id, address)
);
create table vswitches (
  uuid text primary key, tenant_id text not null, name text not null, tag integer not null, location_id integer not null,
  network text not null, gateway_uuid text, status text not null, created_at integer not null, updated_at integer not null
);
create table ssh_keys (
  id text primary key, tenant_id text not null, title text not null, key text not null, created_at integer not null
);
create table blocks (
  id text primary key, tenant_id text not null, name text not null, size integer not null, location_id integer not null,
  type text not null, instance_uuid text, created_at integer not null
);
`,
  `
alter table instances add column resume text;
alter table instances add column policy text not null default 'A';
create table power_log (
  id integer primary key autoincrement, instance_uuid text not null, at integer not null, state text not null
);
create index power_log_instance on power_log (instance_uuid, at);
create table snapshots (
  uuid text primary key, tenant_id text not null, instance_uuid text not null, name text not null,
  description text not null, status text not null, rate integer not null, is_current integer not null default 0,
  disks text not null, machine text not null, created_at integer not null
);
create index snapshots_instance on snapshots (instance_uuid, created_at);
create table backup_schedules (
  id integer primary key autoincrement, tenant_id text not null, instance_uuid text not null, type text not null,
  day integer, hour integer not null, retention integer not null, created_at integer not null, updated_at integer not null
);
create index backup_schedules_instance on backup_schedules (instance_uuid);
create table backups (
  uuid text primary key, tenant_id text not null, instance_uuid text not null, schedule_id integer not null,
  schedule text not null, size_mb integer not null, rate integer not null, disks text not null, machine text not null,
  created_at integer not null
);
create index backups_instance on backups (instance_uuid, created_at);
create table firewall_rules (
  uuid text primary key, tenant_id text not null, instance_uuid text not null, action text not null,
  protocol text not null, port text not null, source_ip text, ipset_id integer, description text not null,
  enabled integer not null default 1, created_at integer not null
);
create index firewall_rules_instance on firewall_rules (instance_uuid);
create table ipsets (
  id integer primary key autoincrement, tenant_id text not null, instance_uuid text not null, name text not null,
  description text not null, created_at integer not null
);
create index ipsets_instance on ipsets (instance_uuid);
create table ipset_entries (
  uuid text primary key, ipset_id integer not null references ipsets (id) on delete cascade, cidr text not null,
  description text not null
);
create index ipset_entries_set on ipset_entries (ipset_id);
`,
  `
alter table meters add column about text;
alter table entries add column about text;
create index meters_due on meters (tenant_id, next_at);
create index vms_tenant on vms (tenant_id);
create index reserved_ips_organization on reserved_ips (organization_uuid, created_at);
create index instances_number on instances (tenant_id, vmid);
create index instances_network on instances (vswitch_uuid);
create index public_ips_instance on public_ips (instance_uuid);
create index blocks_instance on blocks (instance_uuid);

create table volumes (
  uuid text primary key, tenant_id text not null, organization_uuid text not null, group_type text not null,
  group_uuid text not null, user_uuid text not null, label text not null, pricing_uuid text not null,
  size_gb integer not null, vm_uuid text, mount_point text, created_at integer not null, updated_at integer not null
);
create index volumes_group on volumes (group_type, group_uuid);
create index volumes_vm on volumes (vm_uuid);
`,
  `
alter table ssh_keys add column gone_at integer;
`,
  `
alter table users add column provider integer not null default 0;
`,
  `
create table vpcs (
  uuid text primary key, range_uuid text not null, tenant_id text not null, organization_uuid text not null unique,
  label text not null, first integer not null, prefix integer not null, created_at integer not null, updated_at integer not null
);
create index vpcs_tenant on vpcs (tenant_id);
alter table reserved_ips add column tags text not null default '[]';
`,
  `
alter table organizations add column suspended integer not null default 0;
alter table organizations add column discount real not null default 0;
alter table organizations add column tax_percent real not null default 11;
alter table organizations add column monthly_amount_threshold integer not null default 0;
alter table organizations add column account_payable integer not null default 0;
`,
  `
create table deposits (
  id text primary key, account_id text not null references accounts (id), number text not null, description text not null,
  amount integer not null, vat integer not null, fee integer not null, method text not null, va_number text,
  created_at integer not null, expires_at integer not null, paid_at integer
);
create index deposits_account on deposits (account_id, created_at);
alter table accounts add column postpaid integer not null default 0;
create table files (
  id text primary key, tenant_id text not null, name text not null, type text not null, content text not null,
  created_at integer not null
);
alter table organizations add column next_bill_at integer not null default 0;
create table own_invoices (
  uuid text primary key, organization_uuid text not null references organizations (uuid), kind text not null,
  amount integer not null, discount integer not null, note text, created_at integer not null
);
create index own_invoices_organization on own_invoices (organization_uuid);
`,
  `
create table merchants (
  code text primary key, key text not null, tenant_id text not null, surcharge integer not null
);
create index merchants_tenant on merchants (tenant_id);
create table payments (
  reference text primary key, tenant_id text not null, merchant_code text not null references merchants (code),
  order_number text not null, amount integer not null, fee integer not null, method text not null, phone text,
  number text, qr_string text, product text not null, callback_url text not null, return_url text not null,
  state text not null, created_at integer not null, expires_at integer not null, unique (merchant_code, order_number)
);
alter table deposits add column order_number text;
alter table deposits add column merchant_code text;
alter table deposits add column reference text;
alter table deposits add column qr_string text;
alter table deposits add column ended text;
create unique index deposits_order on deposits (order_number);
create table notices (
  id integer primary key autoincrement, deposit_id text not null references deposits (id), at integer not null,
  result_code integer not null, amount text not null, outcome text not null
);
create index notices_deposit on notices (deposit_id);
create table payment_gateways (
  id integer primary key autoincrement, uuid text not null unique, tenant_id text not null, name text not null,
  merchant_code text not null, merchant_key text not null, callback text not null, url text not null,
  meta text not null, output_type text not null, vat integer not null, created_at integer not null, updated_at integer not null
);
create index payment_gateways_tenant on payment_gateways (tenant_id);
`,
  `
alter table reserved_ips rename column vm_uuid to owner_uuid;
create table clusters (
  uuid text primary key, id integer not null unique, tenant_id text not null, organization_uuid text not null,
  group_type text not null, group_uuid text not null, user_uuid text not null, name text not null, version text not null,
  pricing_uuid text not null, pv_pricing_uuid text, replicas integer not null, status text not null,
  tags text not null default '[]', reserved_ip_uuid text, private_ip text, scaled_at integer not null,
  certificate_until_real integer, created_at integer not null, updated_at integer not null,
  unique (group_type, group_uuid, name)
);
create index clusters_tenant on clusters (tenant_id);
create table baremetals (
  uuid text primary key, tenant_id text not null, organization_uuid text not null, group_type text not null,
  group_uuid text not null, title text not null, hostname text not null, catalogue_uuid text not null,
  pricing_uuid text not null, billing_period text not null, status text not null, system_id text not null,
  mac_address text not null, power_password text not null, username text not null, credential text not null,
  reserved_ip_uuid text, paid_until integer not null, created_at integer not null, updated_at integer not null
);
create index baremetals_group on baremetals (group_type, group_uuid);
create table cluster_certificates (
  cluster_uuid text primary key references clusters (uuid) on delete cascade, authority text not null,
  authority_key text not null, server text not null, server_key text not null, client text not null,
  client_key text not null
);
`,
  `
create table object_storages (
  uuid text primary key, tenant_id text not null, group_type text not null, group_uuid text not null,
  subdomain text not null unique, created_at integer not null, updated_at integer not null,
  unique (group_type, group_uuid)
);
create index object_storages_tenant on object_storages (tenant_id);
create table storage_keys (
  uuid text primary key, storage_uuid text not null references object_storages (uuid) on delete cascade,
  access_key text not null, secret_key text not null, read_only integer not null default 0,
  revoked integer not null default 0, created_at integer not null, updated_at integer not null
);
create index storage_keys_access on storage_keys (access_key);
create index storage_keys_storage on storage_keys (storage_uuid);
create table outside_buckets (
  name text primary key, owner text not null references object_storages (uuid) on delete cascade
);
create index outside_buckets_owner on outside_buckets (owner);
`,
];
