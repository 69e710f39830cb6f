import { linkKey, listKeys } from '@/lib/session/keys-api';

export function GET(request: Request): Promise<Response> {
  return listKeys(request);
}

export function POST(request: Request): Promise<Response> {
  return linkKey(request);
}
