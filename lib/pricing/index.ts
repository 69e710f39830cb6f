/** Prices calculated from a provider's unit prices. */
export { balanceCover, type BalanceCover } from './balance-cover';
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
  monthHours,
  services,
  type Charged,
  type CostLine,
  type Costs,
  type Service,
  type BackendTotals,
} from './costs';
export {
  runway,
  soonerFirst,
  spanOf,
  urgency,
  type Runway,
  type Span,
  type Wallet,
} from './runway';
