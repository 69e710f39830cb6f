import { issueTicket } from '@/lib/console/ticket-api';

export function POST(request: Request): Promise<Response> {
  return issueTicket(request);
}
