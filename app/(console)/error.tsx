'use client';
export { default } from '@/components/parts/shell/segment-error';
