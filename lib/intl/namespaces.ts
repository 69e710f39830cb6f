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
import type bareMetal from '@/messages/en/bare-metal.json';
import type billing from '@/messages/en/billing.json';
import type catalogue from '@/messages/en/catalogue.json';
import type charts from '@/messages/en/charts.json';
import type clusters from '@/messages/en/clusters.json';
import type consoles from '@/messages/en/consoles.json';
import type created from '@/messages/en/created.json';
import type dashboards from '@/messages/en/dashboards.json';
import type documents from '@/messages/en/documents.json';
import type estimate from '@/messages/en/estimate.json';
import type firewall from '@/messages/en/firewall.json';
import type gateways from '@/messages/en/gateways.json';
import type home from '@/messages/en/home.json';
import type icons from '@/messages/en/icons.json';
import type instances from '@/messages/en/instances.json';
import type kubeconfigs from '@/messages/en/kubeconfigs.json';
import type machines from '@/messages/en/machines.json';
import type members from '@/messages/en/members.json';
import type moneyOverview from '@/messages/en/money-overview.json';
import type metrics from '@/messages/en/metrics.json';
import type newOrganization from '@/messages/en/new-organization.json';
import type monthEnd from '@/messages/en/month-end.json';
import type networks from '@/messages/en/networks.json';
import type objectStorage from '@/messages/en/object-storage.json';
import type offboarding from '@/messages/en/offboarding.json';
import type order from '@/messages/en/order.json';
import type organizationProjects from '@/messages/en/organization-projects.json';
import type organizationSettings from '@/messages/en/organization-settings.json';
import type organizationVolumes from '@/messages/en/organization-volumes.json';
import type organizationAddresses from '@/messages/en/organization-addresses.json';
import type organizationNetwork from '@/messages/en/organization-network.json';
import type palette from '@/messages/en/palette.json';
import type payments from '@/messages/en/payments.json';
import type places from '@/messages/en/places.json';
import type prices from '@/messages/en/prices.json';
import type problems from '@/messages/en/problems.json';
import type rights from '@/messages/en/rights.json';
import type serial from '@/messages/en/serial.json';
import type shell from '@/messages/en/shell.json';
import type sshKeys from '@/messages/en/ssh-keys.json';
import type storageBucket from '@/messages/en/storage-bucket.json';
import type storageList from '@/messages/en/storage-list.json';
import type storageObject from '@/messages/en/storage-object.json';
import type topUp from '@/messages/en/top-up.json';
import type transfers from '@/messages/en/transfers.json';
import type ui from '@/messages/en/ui.json';
import type vms from '@/messages/en/vms.json';
import type volumes from '@/messages/en/volumes.json';
import type vpsBilling from '@/messages/en/vps-billing.json';
import type { Locale } from './locales';

export interface AllMessages {
  account: typeof account;
  actions: typeof actions;
  activity: typeof activity;
  addresses: typeof addresses;
  auth: typeof auth;
  backups: typeof backups;
  'bare-metal': typeof bareMetal;
  billing: typeof billing;
  catalogue: typeof catalogue;
  charts: typeof charts;
  clusters: typeof clusters;
  consoles: typeof consoles;
  created: typeof created;
  dashboards: typeof dashboards;
  documents: typeof documents;
  estimate: typeof estimate;
  firewall: typeof firewall;
  gateways: typeof gateways;
  home: typeof home;
  icons: typeof icons;
  instances: typeof instances;
  kubeconfigs: typeof kubeconfigs;
  machines: typeof machines;
  members: typeof members;
  metrics: typeof metrics;
  'money-overview': typeof moneyOverview;
  networks: typeof networks;
  'month-end': typeof monthEnd;
  'new-organization': typeof newOrganization;
  'object-storage': typeof objectStorage;
  offboarding: typeof offboarding;
  order: typeof order;
  'organization-projects': typeof organizationProjects;
  'organization-settings': typeof organizationSettings;
  'organization-volumes': typeof organizationVolumes;
  'organization-addresses': typeof organizationAddresses;
  'organization-network': typeof organizationNetwork;
  palette: typeof palette;
  payments: typeof payments;
  places: typeof places;
  prices: typeof prices;
  problems: typeof problems;
  rights: typeof rights;
  serial: typeof serial;
  shell: typeof shell;
  'ssh-keys': typeof sshKeys;
  'storage-bucket': typeof storageBucket;
  'storage-list': typeof storageList;
  'storage-object': typeof storageObject;
  'top-up': typeof topUp;
  transfers: typeof transfers;
  ui: typeof ui;
  vms: typeof vms;
  volumes: typeof volumes;
  'vps-billing': typeof vpsBilling;
}

export type Namespace = keyof AllMessages;

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: AllMessages;
  }
}
