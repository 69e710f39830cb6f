'use client';
import { useProblemForm } from '@/components/parts/forms/use-problem-form';
import { FormProblem } from '@/components/parts/forms/form-problem';
import { Button } from '@/components/ui/button';
import { Checkbox, Switch } from '@/components/ui/checkbox';
import { NumberField } from '@/components/ui/number-field';
import { Panel } from '@/components/ui/panel';
import { PasswordField } from '@/components/ui/password-field';
import { RadioCards } from '@/components/ui/radio-cards';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { readPassword } from '@/lib/contract/reading/text';
import { problem } from '@/lib/problem';

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

export function SampleForm() {
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
          {...field('password', { required: true, read: readPassword() })}
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
