'use client';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useAccountLabel } from '@/components/parts/shell/context';
import { Paper } from '@/components/ui/paper';
import { PrintButton } from '@/components/ui/print-button';
import { Status } from '@/components/ui/status';
import { Fact, Facts } from '@/components/ui/fact';
import { Foreign } from '@/components/ui/foreign';
import { PageHeader } from '@/components/ui/page-header';
import type { Result } from '@/lib/contract/types';
import { monthOf, rupiah } from '@/lib/format';
import { dayWords } from '@/lib/money/invoice';
import { reportLines } from '@/lib/money/report';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query';
import { reports } from '@/lib/resources/vps';
import { DetailGate } from './detail-gate';
import { ReportChart } from './report-chart';
import { ReportExport } from './report-export';
import { ReportTable } from './report-table';

type Report = Result<'D89'>;

/** The page of a month's report. @param day its `billing_date` @param problem why the server couldn't read it */
export function ReportView({ day, problem }: { day: string; problem: Problem | null }) {
  const t = useTranslations('vps-billing');
  const locale = useLocale();
  const query = useBackendQuery('D89', { params: { summary_date: day } });
  const title = (report: Report) =>
    t('report.title', { month: monthOf(reports.name(report), locale) });
  return (
    <DetailGate of="report" part="reports" {...{ query, problem, title }}>
      {(report) => (
        <>
          <PageHeader
            title={title(report)}
            status={
              report.fully_settle === null ? undefined : (
                <Status chip group={report.fully_settle ? 'run' : 'busy'}>
                  {t(`reports.states.${report.fully_settle ? 'settled' : 'open'}`)}
                </Status>
              )
            }
            actions={
              <>
                {report.can_download ? <ReportExport report={report} /> : null}
                <PrintButton>{t('print')}</PrintButton>
              </>
            }
          />
          <Whole report={report} />
        </>
      )}
    </DetailGate>
  );
}

function Whole({ report }: { report: Report }) {
  const t = useTranslations('vps-billing');
  const locale = useLocale();
  const account = useAccountLabel();
  const made = useMemo(() => reportLines(report), [report]);
  return (
    <Paper label={t('report.plain')}>
      <div>
        <h2 className="hidden text-lg print:block">
          {t('report.title', { month: monthOf(reports.name(report), locale) })}
        </h2>
        <Facts framed>
          <Fact term={t('report.total')} value={rupiah(made.total)} />
          <Fact size="words" term={t('deposit.account')} value={<Foreign text={account} />} />
          <Fact
            size="words"
            term={t('reports.date')}
            value={dayWords(report.billing_date, locale)}
          />
          <Fact size="words" term={t('reports.said')} value={report.status ?? '–'} />
        </Facts>
        {report.fully_settle === false ? (
          <p className="text-warn mt-2">{t('report.notYet')}</p>
        ) : null}
      </div>
      {made.lines.length === 0 ? (
        <p className="text-muted">{t('report.none')}</p>
      ) : (
        <>
          <ReportChart report={made} />
          <ReportTable report={made} />
        </>
      )}
    </Paper>
  );
}
