'use client';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Panel } from '@/components/ui/panel';
import { TableSkeleton } from '@/components/ui/skeleton';
import { Inbox } from 'lucide-react';

export function States() {
  return (
    <div className="flex flex-col gap-3">
      <Callout title="Good to know">
        Stopping this machine happens in the provider’s portal.
      </Callout>
      <Callout tone="good" title="Done">
        It runs.
      </Callout>
      <Callout tone="warn" title="Before you spend">
        The balance lasts about 3 d.
      </Callout>
      <ErrorState
        problem={{
          code: 'backend_unreachable',
          status: 502,
          message: '',
          requestId: 'req-0003-visible-fake',
          retryAfter: 12,
          backendMessage: 'upstream gone',
        }}
        onRetry={() => {}}
      />
      <TableSkeleton rows={4} label="Loading" />
      <Panel>
        <EmptyState
          icon={<Inbox aria-hidden />}
          title="No instances yet"
          actions={<Button variant="primary">Create instance</Button>}
        >
          An instance is a machine of your own, with an address and a disk.
        </EmptyState>
      </Panel>
    </div>
  );
}
