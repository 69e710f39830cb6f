'use client';
import { useBackendQuery } from '@/lib/query/use-backend-query';

/** The types of storage that a location has, D63. @param location its id; empty where it isn't known yet */
export const useVolumeTypes = (location: string) =>
  useBackendQuery('D63', { query: { location_id: location } }, { enabled: location !== '' });
