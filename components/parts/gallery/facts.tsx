'use client';
import { CodeBlock } from '@/components/ui/code-block';
import { Instant } from '@/components/ui/instant';
import { KeyValue } from '@/components/ui/key-value';
import { Panel } from '@/components/ui/panel';
import { ProgressBar } from '@/components/ui/progress-bar';

export function Facts() {
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
