/**
 * Makes the components of lucide's icons. `next.config.js` puts it in the place of lucide's own maker, which also knows
 * other stroke widths, a context and class names. Therefore the default export.
 */
import { createElement, type SVGProps } from 'react';

interface IconData {
  size: number;
  node: readonly (readonly [tag: string, attributes: Record<string, string>])[];
}

/** Makes the component of an icon: an `<svg>` with a line of the text's colour, hidden from screen readers unless labelled. */
export default function createIcon({ size, node }: IconData) {
  return function Icon(props: SVGProps<SVGSVGElement>) {
    return (
      <svg
        width={24}
        height={24}
        viewBox={`0 0 ${size} ${size}`}
        fill="none"
        stroke="currentColor"
        strokeWidth={2}
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden={props['aria-label'] || props.role ? undefined : true}
        {...props}
      >
        {node.map(([tag, attributes]) => createElement(tag, attributes))}
      </svg>
    );
  };
}
