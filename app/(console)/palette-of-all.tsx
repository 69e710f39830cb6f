'use client';
import { organizationSources } from '@/components/organization/palette/sources';
import { Palette } from '@/components/parts/palette/palette';
import { vpsSources } from '@/components/vps/palette/sources';

/** The sources that the palette searches. A new area adds its sources here. */
const sources = [...vpsSources, ...organizationSources];

/** The palette with the sources of all areas. */
export function PaletteOfAll(props: { first: 'palette' | 'keys'; words: string }) {
  return <Palette {...props} sources={sources} />;
}
