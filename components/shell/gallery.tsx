'use client';
import { Inbox, Plus, RotateCw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { DataTable } from '@/components/tables/data-table';
import type { Action, RowWords } from '@/components/actions/action';
import type { Column, Filter } from '@/components/tables/columns';
import { PriceSummary } from '@/components/forms/price-summary';
import { useProblemForm } from '@/components/forms/use-problem-form';
import { FormProblem } from '@/components/forms/form-problem';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Checkbox, Switch } from '@/components/ui/checkbox';
import { CodeBlock } from '@/components/ui/code-block';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { IconButton } from '@/components/ui/icon-button';
import { Instant } from '@/components/ui/instant';
import { Kbd } from '@/components/ui/kbd';
import { KeyValue } from '@/components/ui/key-value';
import { Menu } from '@/components/ui/menu';
import { NumberField } from '@/components/ui/number-field';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { PasswordField } from '@/components/ui/password-field';
import { ProgressBar } from '@/components/ui/progress-bar';
import { RadioCards } from '@/components/ui/radio-cards';
import { Select } from '@/components/ui/select';
import { TableSkeleton } from '@/components/ui/skeleton';
import { Spinner } from '@/components/ui/spinner';
import { Status, type StatusGroup } from '@/components/ui/status';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { rupiah } from '@/lib/format';
import { problem } from '@/lib/problem';

/* The gallery of primitives speaks English only: it is a tool for whoever builds pages. */

interface Sample {
  id: string;
  name: string;
  state: StatusGroup;
  address: string;
  size: string;
  cost: number;
  made: string;
}

const states: StatusGroup[] = ['run', 'off', 'busy', 'error', 'unknown'];
const words: Record<StatusGroup, string> = {
  run: 'Running',
  off: 'Stopped',
  busy: 'Starting',
  error: 'Failed',
  unknown: 'paused_by_host',
};

function samples(count: number): Sample[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `i-${index}`,
    name: `web-${index + 1}`,
    state: states[index % 5] ?? 'unknown',
    address: `103.10.${index % 250}.17`,
    size: `${(index % 4) + 1} vCPU · ${2 ** (index % 5)} GB`,
    cost: 90_000 + index * 12_345,
    made: new Date(Date.UTC(2026, 10, 21) - index * 7_300_000).toISOString(),
  }));
}

const columns: Column<Sample>[] = [
  { id: 'name', header: 'Name', main: true, sort: (row) => row.name, cell: (row) => row.name },
  {
    id: 'state',
    header: 'State',
    sort: (row) => row.state,
    cell: (row) => <Status group={row.state}>{words[row.state]}</Status>,
  },
  {
    id: 'address',
    header: 'Address',
    cell: (row) => <span className="tabular font-mono">{row.address}</span>,
  },
  { id: 'size', header: 'Size', cell: (row) => row.size },
  {
    id: 'made',
    header: 'Created',
    sort: (row) => row.made,
    cell: (row) => <Instant iso={row.made} />,
  },
  {
    id: 'cost',
    header: 'A month',
    numeric: true,
    sort: (row) => row.cost,
    cell: (row) => rupiah(row.cost),
  },
];
const searchText = ({ name, address }: Sample) => `${name} ${address}`;
const nothingDone = () => Promise.resolve();
const actions: Action<Sample>[] = [
  {
    id: 'restart',
    label: 'Restart',
    icon: <RotateCw aria-hidden />,
    reason: ({ state }) => (state === 'off' ? 'It is stopped.' : null),
    run: nothingDone,
    done: ({ name }) => `${name} is being restarted`,
    bulk: true,
  },
  {
    id: 'delete',
    label: 'Delete…',
    icon: <Trash2 aria-hidden />,
    danger: true,
    group: 'end',
    reason: () => null,
    run: nothingDone,
    confirm: {
      title: (rows) => `Delete ${rows.map(({ name }) => name).join(', ')}?`,
      text: () => 'Nothing is deleted here: this is the gallery.',
      button: () => 'Delete',
    },
    bulk: true,
  },
];
const rowWords: RowWords<Sample> = { id: ({ id }) => id, name: ({ name }) => name };
const filters: Filter<Sample>[] = [
  {
    id: 'state',
    label: 'State',
    options: states.map((value) => ({ value, label: words[value] })),
    of: ({ state }) => state,
  },
];

const sampleMenu = [
  {
    id: 'power',
    items: [
      { id: 'restart', label: 'Restart', icon: <RotateCw aria-hidden /> },
      { id: 'stop', label: 'Stop', disabledReason: 'It is already stopped.' },
    ],
  },
];

/** Every primitive in one page. */
export function Gallery({ rows }: { rows: number }) {
  const [data] = useState(() => samples(rows));
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title="web-1.example.id"
        status={
          <Status group="run" chip>
            Running
          </Status>
        }
        description="One machine of the gallery, with its state beside its name."
        actions={
          <>
            <Button>Restart</Button>
            <Button variant="primary" icon={<Plus aria-hidden />}>
              Create instance
            </Button>
          </>
        }
      />
      <Buttons />
      <DataTable
        id="gallery"
        csv="gallery"
        caption="Instances"
        rows={data}
        columns={columns}
        rowId={rowWords.id}
        searchText={searchText}
        filters={filters}
        actions={actions}
        words={rowWords}
        empty={
          <EmptyState
            icon={<Inbox aria-hidden />}
            title="No instances yet"
            actions={<Button variant="primary">Create instance</Button>}
          >
            An instance is a machine of your own.
          </EmptyState>
        }
      />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <SampleForm />
        <PriceSummary
          lines={[
            { label: '2 vCPU, shared', perHour: 85 },
            { label: '4 GB memory', perHour: 60.5 },
            { label: '40 GB disk', perHour: 24 },
          ]}
          perHour={169.5}
          perMonth={122_040}
          balance={1_234_567}
          estimate
        />
      </div>
      <Facts />
      <States />
    </div>
  );
}

function Buttons() {
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

interface Values {
  hostname: string;
  password: string;
  location: string;
  disk: number;
  keys: string;
  image: string;
  backup: boolean;
  monitor: boolean;
}

function SampleForm() {
  const form = useProblemForm<Values>({
    defaults: {
      hostname: 'web 1',
      password: '',
      location: 'jkt',
      disk: 40,
      keys: '',
      image: 'debian',
      backup: true,
      monitor: true,
    },
    submit: async () => {
      throw problem('bad_input', 422, 'x', {
        fields: {
          hostname: ['hostname_invalid'],
          password: ['too_short'],
          quota: ['The quota is used up.'],
        },
        requestId: 'req-0002-visible-fake',
      });
    },
  });
  const { field } = form;
  return (
    <Panel title="Form">
      <form noValidate onSubmit={form.onSubmit} className="flex max-w-2xl flex-col gap-4">
        <TextField
          label="Host name"
          hint="Letters, digits and hyphens."
          mono
          {...field('hostname', { required: true })}
        />
        <PasswordField
          label="Password"
          autoComplete="new-password"
          {...field('password', { required: true, minLength: 8 })}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Select label="Location" {...field('location')}>
            <option value="jkt">Jakarta</option>
            <option value="sby">Surabaya</option>
          </Select>
          <NumberField label="Disk" unit="GB" {...field('disk', { min: 20, asNumber: true })} />
        </div>
        <RadioCards
          legend="Image"
          {...field('image')}
          cards={[
            { value: 'debian', title: 'Debian 12', description: 'Bookworm', aside: 'from 10 GB' },
            {
              value: 'ubuntu',
              title: 'Ubuntu 24.04',
              description: 'Noble Numbat',
              aside: 'from 15 GB',
            },
            { value: 'windows', title: 'Windows Server', disabledReason: 'Needs 40 GB of disk.' },
          ]}
        />
        <TextArea label="SSH keys" optional="optional" rows={3} mono {...field('keys')} />
        <Checkbox label="Daily backup" hint="Kept for seven days." {...field('backup')} />
        <Switch label="Monitoring" {...field('monitor')} />
        <FormProblem problem={form.problem} loose={form.loose} />
        <div className="flex justify-end gap-2">
          <Button>Cancel</Button>
          <Button type="submit" variant="primary" loading={form.pending}>
            Create
          </Button>
        </div>
      </form>
    </Panel>
  );
}

function Facts() {
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <Panel title="Facts">
        <KeyValue
          pairs={[
            { term: 'Address', value: '103.10.5.17', mono: true },
            { term: 'System', value: 'Debian 12' },
            { term: 'Created', value: <Instant iso="2026-11-20T03:04:05Z" as="exact" /> },
            { term: 'Id', value: '0190f2a4-0000-7000-8000-00000000fake', mono: true },
          ]}
        />
      </Panel>
      <Panel title="Code and progress">
        <div className="flex flex-col gap-3">
          <CodeBlock
            label="Request"
            code={
              'curl -X POST "$DEWAVPS_URL/instance/create" \\\n  -H "x-apikey: $API_KEY" \\\n  --data-urlencode hostname=web-1'
            }
          />
          <ProgressBar label="Disk used" value={62} />
          <ProgressBar label="Working" />
        </div>
      </Panel>
    </div>
  );
}

function States() {
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
