/** Catalogues and prices: A33, A34. */
import { implement } from '../registry';
import { images, plans } from './catalogue';
import { availabilityOf } from './sold-out';
import { imageWire, planWire } from './wire';

implement('A33', () => ({ rows: images.map(imageWire) }));

implement('A34', ({ query }, { store, tenant }) => ({
  rows: plans
    .filter((plan) => query.suitable_for === undefined || plan.suitable_for === query.suitable_for)
    .map((plan) => planWire(plan, availabilityOf(store, tenant.id, plan))),
}));
