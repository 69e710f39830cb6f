'use client';
import { Buttons } from './buttons';
import { Blocked, Fields, Frames } from './more';
import { Facts } from './facts';
import { SampleForm } from './form';
import { actions, columns, filters, rowIdentity, samples, searchText } from './samples';
import { States } from './states';
import { PriceSummary } from '@/components/parts/forms/price-summary';
import { DataTable } from '@/components/parts/tables/data-table';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Status } from '@/components/ui/status';
import { Inbox, Plus } from 'lucide-react';
import { useState } from 'react';

/* The gallery is in English only, since it is a tool for people who build pages. Each group has a file in `gallery/`. */

/** Shows every primitive on one page. @param rows how many rows its list has */
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
      <Blocked />
      <DataTable
        id="gallery"
        csv="gallery"
        caption="Instances"
        rows={data}
        columns={columns}
        rowId={rowIdentity.id}
        searchText={searchText}
        filters={filters}
        actions={actions}
        identity={rowIdentity}
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
          estimate
        />
      </div>
      <Fields />
      <Facts />
      <Frames />
      <States />
    </div>
  );
}
