'use client';
export { SegmentError as default } from '@/components/parts/shell/trouble-banner';
