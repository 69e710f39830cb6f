/**
 * The message namespaces: one file `messages/<locale>/<namespace>.json` each. A new namespace is one
 * line here and two files; keys are typed from the English file.
 */
import type account from '@/messages/en/account.json';
import type actions from '@/messages/en/actions.json';
import type activity from '@/messages/en/activity.json';
import type addresses from '@/messages/en/addresses.json';
import type auth from '@/messages/en/auth.json';
import type backups from '@/messages/en/backups.json';
import type catalogue from '@/messages/en/catalogue.json';
import type charts from '@/messages/en/charts.json';
import type consoles from '@/messages/en/consoles.json';
import type dashboards from '@/messages/en/dashboards.json';
import type estimate from '@/messages/en/estimate.json';
import type firewall from '@/messages/en/firewall.json';
import type home from '@/messages/en/home.json';
import type instances from '@/messages/en/instances.json';
import type machines from '@/messages/en/machines.json';
import type metrics from '@/messages/en/metrics.json';
import type networks from '@/messages/en/networks.json';
import type organizationVolumes from '@/messages/en/organization-volumes.json';
import type palette from '@/messages/en/palette.json';
import type prices from '@/messages/en/prices.json';
import type problems from '@/messages/en/problems.json';
import type shell from '@/messages/en/shell.json';
import type sshKeys from '@/messages/en/ssh-keys.json';
import type ui from '@/messages/en/ui.json';
import type vms from '@/messages/en/vms.json';
import type volumes from '@/messages/en/volumes.json';
import type { Locale } from './locales';

export interface AllMessages {
  account: typeof account;
  actions: typeof actions;
  activity: typeof activity;
  addresses: typeof addresses;
  auth: typeof auth;
  backups: typeof backups;
  catalogue: typeof catalogue;
  charts: typeof charts;
  consoles: typeof consoles;
  dashboards: typeof dashboards;
  estimate: typeof estimate;
  firewall: typeof firewall;
  home: typeof home;
  instances: typeof instances;
  machines: typeof machines;
  metrics: typeof metrics;
  networks: typeof networks;
  'organization-volumes': typeof organizationVolumes;
  palette: typeof palette;
  prices: typeof prices;
  problems: typeof problems;
  shell: typeof shell;
  'ssh-keys': typeof sshKeys;
  ui: typeof ui;
  vms: typeof vms;
  volumes: typeof volumes;
}

export type Namespace = keyof AllMessages;

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: AllMessages;
  }
}
