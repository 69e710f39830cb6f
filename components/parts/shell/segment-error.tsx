'use client';
/** What every `error.tsx` shows. Default export because Next asks for one. */
export { SegmentError as default } from './trouble-banner';
