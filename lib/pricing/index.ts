/** Prices worked out from a provider's unit prices. */
export { balanceOf, spendingOf, type AccountSummary } from './account-money';
export { balanceCover, changeOf } from './balance-cover';
export {
  cheapest,
  components,
  instancePrice,
  unitPrice,
  unknownAmount,
  wholePrice,
  type Amount,
  type InstancePrice,
  type PriceComponent,
  type PricedLine,
  type PricedOrder,
  type UnitPrice,
} from './instance-price';
export {
  addUp,
  joinLines,
  services,
  type Charged,
  type CostLine,
  type Costs,
  type Omission,
  type Service,
  type BackendTotals,
} from './costs';
export { forecast, gainOf, hoursOfMonth, type Gain } from './forecast';
export { monthHours } from './month';
export type { OrganizationWallet } from './organization-wallet';
export { estimateTotal, itemPrice, type EstimateItem } from './estimate';
export { wholeSum } from './whole-sum';
export {
  lastDay,
  runway,
  soonerFirst,
  spanOf,
  urgency,
  type Runway,
  type Span,
  type Wallet,
} from './runway';
