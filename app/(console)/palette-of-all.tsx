'use client';
import { organizationSources } from '@/components/organization/palette/sources';
import type { PaletteWords } from './console-palette';
import type { Asked } from '@/components/parts/palette/palette-button';
import { Palette } from '@/components/parts/palette/palette';
import { vpsSources } from '@/components/vps/palette/sources';

/** The sources that the palette searches. A new area adds its sources here. */
const sources = [...vpsSources, ...organizationSources];

/** The palette over all that a person has. */
export function PaletteOfAll(props: Asked & PaletteWords) {
  return <Palette {...props} sources={sources} />;
}
