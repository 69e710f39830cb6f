import { issueSerialTicket } from '@/lib/console/ticket-api';

export function POST(request: Request): Promise<Response> {
  return issueSerialTicket(request);
}
