import { beginView, endView } from '@/lib/session/view-as-api';

export function POST(request: Request): Promise<Response> {
  return beginView(request);
}

export function DELETE(request: Request): Promise<Response> {
  return endView(request);
}
