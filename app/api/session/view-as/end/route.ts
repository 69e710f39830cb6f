import { endViewByForm } from '@/lib/session/view-as-api';

export function POST(request: Request): Promise<Response> {
  return endViewByForm(request);
}
