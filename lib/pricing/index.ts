/** Prices worked out from a provider's unit prices. */
export { balanceCover, type BalanceCover } from './balance-cover';
export {
  instancePrice,
  type InstancePrice,
  type PriceComponent,
  type PricedLine,
  type PricedOrder,
  type UnitPrice,
} from './instance-price';
