// @vitest-environment happy-dom
/** A form sends exactly what it has checked, and discards secrets that get into a field. */
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { IntlProvider } from 'use-intl/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { NumberField } from '@/components/ui/number-field';
import { TextField } from '@/components/ui/text-field';
import { readHostname } from '@/lib/contract/reading/names';
import problems from '@/messages/id/problems.json';
import { problem, type ProblemError } from '@/lib/problem';
import { FormProblem } from './form-problem';
import { useProblemForm } from './use-problem-form';

interface Values {
  hostname: string;
  note: string;
  disk: number;
}

let root: Root;
let sent: Values[] = [];
let asked: Values | undefined;
let refused: ProblemError | null = null;
let told: string[] = [];

function Form() {
  const form = useProblemForm<Values>({
    defaults: { hostname: '', note: '', disk: 20 },
    submit: async (values) => {
      if (refused) throw refused;
      sent.push(values);
    },
    blame: ({ code }) => (code === 'conflict' ? { hostname: ['sudah dipakai'] } : undefined),
    onRefused: ({ code }, { hostname }) => void told.push(`${code} ${hostname}`),
    request: {
      of: 'D22',
      input: (values) => {
        asked = values;
        return {};
      },
    },
  });
  form.request?.input(form.form.watch());
  return (
    <form onSubmit={form.onSubmit}>
      <TextField label="Host" {...form.field('hostname', { required: true, read: readHostname })} />
      <FormProblem problem={form.problem} loose={form.loose} />
      <TextField label="Note" {...form.field('note')} />
      <NumberField
        label="Disk"
        {...form.field('disk', { required: true, asNumber: true, min: 1 })}
      />
    </form>
  );
}

const input = (name: string) => {
  const found = document.querySelector<HTMLInputElement>(`input[name=${name}]`);
  if (!found) throw new Error(name);
  return found;
};

async function type(name: string, text: string) {
  const element = input(name);
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(element, text);
    element.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

const submit = () =>
  act(async () => {
    document
      .querySelector('form')
      ?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await new Promise((done) => setTimeout(done));
  });

const said = (name: string) => {
  const id = input(name).getAttribute('aria-describedby');
  return id ? document.getElementById(id)?.textContent : undefined;
};

beforeEach(async () => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  sent = [];
  told = [];
  refused = null;
  const element = document.body.appendChild(document.createElement('div'));
  root = createRoot(element);
  const messages = { problems };
  await act(async () =>
    root.render(
      <IntlProvider locale="id" messages={messages} timeZone="Asia/Jakarta">
        <Form />
      </IntlProvider>,
    ),
  );
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
});

it('sends the canonical form of what was typed, and shows it in the equal call', async () => {
  await type('hostname', '  web-1.example.id. ');
  await type('disk', '1.000');
  expect(asked).toMatchObject({ hostname: 'web-1.example.id', disk: 1000 });
  await submit();
  expect(sent).toEqual([{ hostname: 'web-1.example.id', note: '', disk: 1000 }]);
});

it('names the rule that was broken', async () => {
  await type('hostname', 'web_1');
  await type('disk', '1,5');
  await submit();
  expect(sent).toEqual([]);
  expect(said('hostname')).toBe(
    'Nama tidak boleh memuat “_”. Gunakan huruf, angka, dan tanda hubung.',
  );
  expect(said('disk')).toBe('Masukkan bilangan bulat, tanpa desimal.');
  await type('disk', '1,000');
  expect(said('disk')).toBe('Ini bisa berarti dua bilangan. Tulis 1000 atau 1.000.');
  await type('disk', '0');
  expect(said('disk')).toBe('Masukkan 1 atau lebih.');
  await type('disk', '');
  expect(said('disk')).toBe('Wajib diisi.');
});

it('discards a private key, and says so', async () => {
  await type('note', '-----BEGIN OPENSSH PRIVATE KEY----- b3BlbnNzaC1rZXktdjEAAAAA');
  expect(input('note').value).toBe('');
  expect(asked?.note).toBe('');
  expect(said('note')).toMatch(/^Ini kunci privat\. Kunci sudah dibuang/);
});

it('counts with the up and down keys', async () => {
  await act(async () => {
    input('disk').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true }));
  });
  expect(input('disk').value).toBe('21');
  expect(asked?.disk).toBe(21);
});

it('leads to the field that a refusal is about, and tells who has to know', async () => {
  refused = problem('conflict', 409, 'taken', { backendMessage: 'HOSTNAME IS ALREADY USED' });
  await type('hostname', 'Web-1');
  await submit();
  expect(said('hostname')).toContain('sudah dipakai');
  const alert = document.querySelector('[role=alert]')?.textContent ?? '';
  expect(alert).toContain('Periksa 1 isian');
  expect(alert).toContain('HOSTNAME IS ALREADY USED');
  expect(told).toEqual(['conflict Web-1']);
});
