/** The shapes of Awanio by reference. */
import { shapes } from '../../shape';
import { accountShapes } from './accounts';
import { baremetalShapes } from './baremetal';
import { billingShapes } from './billing';
import { kubernetesShapes } from './kubernetes';
import { machineShapes } from './machines';
import { networkShapes } from './networks';
import { organizationShapes } from './organizations';
import { pricingShapes } from './pricing';
import { projectShapes } from './projects';
import { storageShapes } from './storage';
import { volumeShapes } from './volumes';

export const awanioShapes = shapes({
  ...accountShapes,
  ...organizationShapes,
  ...projectShapes,
  ...machineShapes,
  ...baremetalShapes,
  ...pricingShapes,
  ...networkShapes,
  ...volumeShapes,
  ...billingShapes,
  ...storageShapes,
  ...kubernetesShapes,
});
