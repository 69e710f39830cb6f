import type { ChangeEvent } from 'react';
import type { BackendForm } from '@/components/parts/forms/use-backend-form';
import type { Row } from '@/lib/contract/types';
import type { InstancePrice, PricedOrder } from '@/lib/pricing';
import type { Rules } from '@/components/parts/forms/use-problem-form';
import type { Catalogue } from './use-catalogue';
import type { SizeTemplate, WizardValues } from './values';

/** The fields that are chosen among what the location offers. */
type ChoiceName =
  'location_id' | 'template_id' | 'cpu_kind' | 'tier_id' | 'address' | 'public_network' | 'vswitch';

/** What is read once it comes into view: the prices of all tiers, and what there is to choose below the size. */
export type Place = 'tiers' | 'below';

/** What every section of the form works with. */
export interface WizardParts {
  form: BackendForm<WizardValues>;
  /** The chosen values, changed to fit the location. */
  values: WizardValues;
  catalogue: Catalogue;
  locations: readonly Row<'D75'>[];
  sizes: readonly SizeTemplate[];
  /** Sets a value of the form. */
  set: <Name extends keyof WizardValues>(name: Name, value: WizardValues[Name]) => void;
  /** Props of a field that shows the fitting value and sets another one. */
  choice: <Name extends ChoiceName>(
    name: Name,
    rules?: Rules<WizardValues[Name]>,
  ) => {
    name: string;
    error: string | null;
    value: string;
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) => void;
  };
  /** Puts a generated password into the form, and notes that it was generated. */
  takePassword: (password: string) => void;
  /** Opens the dialog that adds an SSH key to the account; the new key is then chosen. */
  addKey: () => void;
  /** Takes note that somebody has scrolled there; always the same function. */
  look: (at: Place) => void;
  /** What the choices cost, with some of them changed; null while the tier's prices aren't known. */
  price: (change?: Partial<PricedOrder>, tier?: string) => InstancePrice | null;
}
