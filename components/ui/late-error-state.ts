'use client';
import { lazyNamed } from './lazy-named';

/** The error states of a page that seldom shows one. Their code comes at rest, or when something fails before that. */
export const ErrorState = lazyNamed(() => import('./error-state'), 'ErrorState');
export const ProblemNote = lazyNamed(() => import('./error-state'), 'ProblemNote');
