import { organizationWallet } from '@/components/money/dashboards/organization-rate';
import { answering, json } from '@/lib/session/http';
import { requestId, requireRequestSession } from '@/lib/session/session-api';

interface Context {
  params: Promise<{ org: string }>;
}

/**
 * GET: the organization's `OrganizationWallet`; null if this person may not see it. Dialogs of a list ask for it when
 * they say what a change costs, since it takes several calls to the backend.
 */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return answering(requestId(request), async () => {
    await requireRequestSession(request);
    return json(await organizationWallet((await params).org));
  });
}
