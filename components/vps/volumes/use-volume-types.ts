'use client';
import { useBackendQuery } from '@/lib/query/use-backend-query';

/** Reads the storage types of a location (D63). @param location its id; nothing is asked while it is empty */
export const useVolumeTypes = (location: string) =>
  useBackendQuery('D63', { query: { location_id: location } }, { enabled: location !== '' });
