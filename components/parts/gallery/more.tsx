'use client';
import { useState } from 'react';
import { NoticeLine } from '@/components/parts/shell/notice-line';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Checkbox, Switch } from '@/components/ui/checkbox';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import { ProblemNote } from '@/components/ui/error-state';
import { Menu } from '@/components/ui/menu';
import { OutsideLink } from '@/components/ui/outside-link';
import { Panel } from '@/components/ui/panel';
import { RadioCards } from '@/components/ui/radio-cards';
import { Select } from '@/components/ui/select';
import { Tabs } from '@/components/ui/tabs';
import { TextField } from '@/components/ui/text-field';
import { TextLink } from '@/components/ui/text-link';

const menu = [
  {
    id: 'size',
    label: 'Density',
    items: [
      { id: 'dense', label: 'Dense', checked: true },
      { id: 'calm', label: 'Roomy', checked: false },
    ],
  },
  {
    id: 'pages',
    label: 'Pages',
    items: [
      { id: 'here', label: 'A page', hint: 'A real link', href: '/dev/ui' },
      { id: 'there', label: 'Another site', href: 'https://example.id', outside: true },
      { id: 'no', label: 'Not now', disabledReason: 'The reason stands here.' },
    ],
  },
];

/** Buttons of every variant that can't be used or are loading. */
export function Blocked() {
  const reason = 'Because of a reason that is said on hover and focus.';
  return (
    <Panel title="Not usable, and at work" description="Focus or point at them">
      <div className="flex flex-wrap items-center gap-3">
        {(['primary', 'secondary', 'quiet', 'danger'] as const).map((variant) => (
          <Button key={variant} variant={variant} disabledReason={reason}>
            {variant}
          </Button>
        ))}
        {(['primary', 'secondary', 'quiet', 'danger'] as const).map((variant) => (
          <Button key={variant} variant={variant} loading>
            {variant}
          </Button>
        ))}
        <ButtonLink href="/dev/ui">A link like a button</ButtonLink>
        <CopyButton text="103.10.5.17" label="Copy the address" />
        <Menu trigger="Choices and links" groups={menu} />
      </div>
    </Panel>
  );
}

/** Fields that show an error, are read-only, or can't be used. */
export function Fields() {
  return (
    <Panel title="Fields and their states">
      <div className="grid gap-4 md:grid-cols-2">
        <TextField
          label="With an error"
          defaultValue="web 1"
          error="Letters, digits and hyphens."
        />
        <TextField label="Read only" defaultValue="web-1" readOnly hint="It can’t be changed." />
        <Select label="With an error" error="Choose one that is near." defaultValue="a">
          <option value="a">Jakarta</option>
        </Select>
        <Select label="Without a choice" disabled defaultValue="a" hint="There is one location.">
          <option value="a">Jakarta</option>
        </Select>
        <Checkbox label="Chosen" defaultChecked />
        <Checkbox label="With an error" error="This has to be agreed to." />
        <Switch label="On" defaultChecked />
        <Switch label="Off" />
      </div>
      <div className="mt-4">
        <RadioCards
          legend="None fits"
          name="none-fits"
          error="Choose an image."
          cards={[
            { value: 'a', title: 'Debian 13', description: 'Trixie' },
            { value: 'b', title: 'Windows', disabledReason: 'Needs 40 GB of disk.' },
          ]}
        />
      </div>
    </Panel>
  );
}

/** Links, tabs, a dialog, and the operator's notice. */
export function Frames() {
  const [open, setOpen] = useState(false);
  return (
    <Panel title="Links, tabs, dialog, notices">
      <Tabs
        label="Sample"
        tabs={[
          { href: '/dev/ui', label: 'Overview' },
          { href: '/dev/ui#metrics', label: 'Metrics' },
        ]}
      />
      <div className="flex flex-wrap items-center gap-4">
        <TextLink href="/dev/ui">A page</TextLink>
        <OutsideLink href="https://example.id">Another site</OutsideLink>
        <Button onClick={() => setOpen(true)}>Dialog…</Button>
      </div>
      <div className="mt-4 flex flex-col gap-2">
        {(['info', 'warn', 'danger'] as const).map((level) => (
          <NoticeLine
            key={level}
            notice={{
              id: level,
              level,
              text: `A notice of level ${level}.`,
              href: 'https://example.id',
            }}
            label={`Notice, ${level}`}
            more="Read more"
          />
        ))}
        <ProblemNote
          problem={{ code: 'no_access', status: 403, message: '' }}
          what="Your key may not see this."
        />
      </div>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="A dialog"
        footer={<Button onClick={() => setOpen(false)}>Close</Button>}
      >
        <p>Focus stays inside, Escape closes, a menu stands over it:</p>
        <div>
          <Menu trigger="Menu in a dialog" groups={menu} />
        </div>
      </Dialog>
    </Panel>
  );
}
