'use client';
import { states, words } from './samples';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { Menu } from '@/components/ui/menu';
import { Panel } from '@/components/ui/panel';
import { Spinner } from '@/components/ui/spinner';
import { Status } from '@/components/ui/status';
import { toast } from '@/components/ui/toast';
import { problem } from '@/lib/problem';
import { RotateCw } from 'lucide-react';
import { useState } from 'react';

const sampleMenu = [
  {
    id: 'power',
    items: [
      { id: 'restart', label: 'Restart', icon: <RotateCw aria-hidden /> },
      { id: 'stop', label: 'Stop', disabledReason: 'It is already stopped.' },
    ],
  },
];

export function Buttons() {
  const [open, setOpen] = useState(false);
  return (
    <Panel
      title="Buttons and states"
      description="One look for every verb"
      actions={<Button size="sm">Small</Button>}
    >
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="primary">Primary</Button>
        <Button>Secondary</Button>
        <Button variant="quiet">Quiet</Button>
        <Button variant="danger" onClick={() => setOpen(true)}>
          Delete…
        </Button>
        <Button variant="primary" loading>
          Creating
        </Button>
        <Button disabledReason="The instance is stopped already.">Stop</Button>
        <IconButton label="Refresh" icon={<RotateCw aria-hidden />} />
        <Menu trigger="Menu" groups={sampleMenu} />
        <Button
          onClick={() => toast({ tone: 'good', title: 'Started', text: 'web-1 is running.' })}
        >
          Toast
        </Button>
        <Spinner label="Loading" />
        <Kbd>Ctrl</Kbd>
        {states.map((state) => (
          <Status key={state} group={state}>
            {words[state]}
          </Status>
        ))}
        {states.map((state) => (
          <Status key={state} group={state} chip>
            {words[state]}
          </Status>
        ))}
        <Badge>amd64</Badge>
        <Badge tone="accent">dedicated</Badge>
        <Badge tone="warn">deprecated</Badge>
      </div>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title="Delete web-1?"
        confirmName="web-1"
        confirmLabel="Delete instance"
        danger
        onConfirm={async () => {
          throw problem('conflict', 409, 'x', {
            backendMessage: 'Instance is in use',
            requestId: 'req-0001-visible-fake',
          });
        }}
      >
        <p>
          The machine, its disk and its address go away for good. Snapshots stay and still cost
          Rp1.200/month.
        </p>
      </ConfirmDialog>
    </Panel>
  );
}
