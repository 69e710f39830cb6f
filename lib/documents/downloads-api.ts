/**
 * `POST /api/downloads/…`: documents and files, as attachments. Asked by POST, so that the buyer's data stand in no URL;
 * they are neither logged nor kept. The calls to the backends are the person's own, so rights and views hold.
 */
import { z } from 'zod';
import { callForPerson, fileForPerson } from '@/lib/access/call-for-person';
import type { FileAnswer, RawInput } from '@/lib/backend';
import { operation, type Ref } from '@/lib/contract';
import type { Result, Row } from '@/lib/contract/types';
import { CONTEXT_HEADER, DOCUMENT_HEADER, ENDS_HEADER } from '@/lib/header-names';
import { locales } from '@/lib/intl/locales';
import { buyerOf } from '@/lib/money/buyer';
import { translatorIn } from '@/lib/next/intl';
import { isPdf } from '@/lib/outside/kinds';
import { problem, ProblemError } from '@/lib/problem';
import { accountOf, credentialsFor } from '@/lib/session/credentials';
import { answering, readJson, requireOrigin } from '@/lib/session/http';
import { foreignHeaders } from '@/lib/security/headers';
import { settings } from '@/lib/settings';
import type { Session } from '@/lib/session/session';
import { requestId, requireRequestSession } from '@/lib/session/session-api';
import { attachmentNamed } from '@/lib/storage/disposition';
import { drawDocument } from './draw';
import type { DocumentModel } from './document';
import { fileName } from './file-name';
import { invoiceModel, postpaidModel, receiptModel, type DocumentContext } from './models';
import { noFile, providerFile, type CheckedFile } from './provider-file';
import { ownKubeconfig } from './kubeconfig';
import { documentTerms } from './terms';

const documentBody = z.strictObject({
  language: z.enum(locales, 'invalid'),
  buyer: z
    .unknown()
    .transform((value, context) => {
      if (value === null || value === undefined) return null;
      const buyer = buyerOf(value);
      if (!buyer) context.addIssue({ code: 'custom', message: 'invalid' });
      return buyer;
    })
    .optional(),
  own: z.boolean('invalid').optional(),
});
type DocumentRequest = z.output<typeof documentBody>;

const day = z.iso.date('invalid').optional();
const periodBody = z.strictObject({ start: day, end: day });

/** A request whose origin and session were checked. */
interface Asked {
  request: Request;
  session: Session;
  requestId: string;
  signal: AbortSignal;
  /** Slug of a DewaVPS account. */
  account?: string;
}

const pdfType = 'application/pdf';
const yamlType = 'application/yaml';
const extensions: Record<string, string> = {
  [pdfType]: 'pdf',
  'text/csv': 'csv',
  [yamlType]: 'yaml',
};

function attachment(
  file: CheckedFile,
  base: string,
  from: 'provider' | 'own',
  more: Record<string, string> = {},
): Response {
  const name = fileName(base, extensions[file.type] ?? 'xlsx');
  return new Response(new Uint8Array(file.body), {
    headers: {
      'content-type': file.type,
      ...foreignHeaders,
      'content-disposition': attachmentNamed(name),
      'content-length': String(file.body.length),
      [DOCUMENT_HEADER]: from,
      ...more,
    },
  });
}

/** Runs a handler after checking where the request comes from and who asks. */
function asked(
  request: Request,
  account: string | undefined,
  handler: (asked: Asked) => Promise<Response>,
): Promise<Response> {
  const id = requestId(request);
  return answering(id, async () => {
    requireOrigin(request);
    const session = await requireRequestSession(request);
    const { signal } = request;
    return handler({ request, session, requestId: id, signal, ...(account ? { account } : {}) });
  });
}

async function callAs<R extends Ref>(ref: R, input: RawInput, from: Asked): Promise<Result<R>> {
  const { session, account, signal } = from;
  const credentials = credentialsFor(session, operation(ref).backend, account);
  const options = { requestId: from.requestId, signal };
  return (await callForPerson(ref, input, credentials, options)) as Result<R>;
}

async function contextOf({ language, buyer }: DocumentRequest): Promise<DocumentContext> {
  const [billing, text] = await Promise.all([
    translatorIn(language, 'billing'),
    translatorIn(language, 'documents'),
  ]);
  return {
    language,
    billing,
    text,
    terms: documentTerms(language),
    buyer: buyer ?? null,
    provider: settings().NUSA_PROVIDER_NAME,
    now: Date.now(),
  };
}

async function own(model: DocumentModel): Promise<Response> {
  const body = await drawDocument(model);
  return attachment({ type: pdfType, body }, model.number, 'own');
}

/** An invoice of Awanio: the provider's PDF where there is one that we may fetch, else ours. */
export function downloadInvoice(request: Request, org: string, uuid: string): Promise<Response> {
  return asked(request, undefined, async (from) => {
    const wanted = await readJson(request, documentBody);
    const invoice = await callAs('A46', { params: { uuid } }, from);
    // The address of A46 names no organization.
    if (invoice.organization && invoice.organization.uuid !== org)
      throw problem('not_found', 404, 'This organization has no such invoice.');
    const { invoice_url: address } = invoice;
    if (address && wanted.own !== true) {
      const file = await providerFile(address, ['pdf'], from);
      if (file) return attachment(file, invoice.number ?? invoice.uuid, 'provider');
    }
    return own(invoiceModel(invoice, await contextOf(wanted)));
  });
}

/** Most pages of D84 that are looked through for one invoice. */
const mostPages = 10;

/** The row of a postpaid invoice. @throws ProblemError `not_found` */
async function postpaidRow(wanted: string, from: Asked): Promise<Row<'D84'>> {
  for (let page = 1, last = 1; page <= Math.min(last, mostPages); page += 1) {
    const list = await callAs('D84', { query: { page, limit: 100 } }, from);
    const found = list.data.find(({ id, invoice_number }) => (id ?? invoice_number) === wanted);
    if (found) return found;
    last = list.page?.last_page ?? 1;
  }
  throw problem('not_found', 404, 'The provider lists no such invoice.', { ref: 'D84' });
}

/** Problems of D85 after which our own document helps: there is no file, or no such operation. */
const withoutFile = ['not_offered', 'not_found', 'backend_unreadable'];

/** The PDF of D85; null if the provider has none. @throws ProblemError `no_file` for something else than a PDF */
async function postpaidFile(id: string, from: Asked): Promise<CheckedFile | null> {
  try {
    const answer = await callAs('D85', { params: { invoice_id: id } }, from);
    const { body } = answer as unknown as FileAnswer;
    if (isPdf(body)) return { type: pdfType, body };
  } catch (error) {
    if (error instanceof ProblemError && withoutFile.includes(error.problem.code)) return null;
    throw error;
  }
  throw noFile('The provider’s file is no PDF.');
}

/** A postpaid invoice: the file of D85, else ours of its row in D84. */
export function downloadPostpaid(request: Request, account: string, id: string): Promise<Response> {
  return asked(request, account, async (from) => {
    const wanted = await readJson(request, documentBody);
    const file = wanted.own === true ? null : await postpaidFile(id, from);
    if (file) return attachment(file, id, 'provider');
    const row = await postpaidRow(id, from);
    const { label } = accountOf(from.session, account);
    return own(postpaidModel(row, label, await contextOf(wanted)));
  });
}

/** The receipt of a deposit, which the provider has no file of. */
export function downloadReceipt(request: Request, account: string, id: string): Promise<Response> {
  return asked(request, account, async (from) => {
    const wanted = await readJson(request, documentBody);
    const deposit = await callAs('D81', { params: { invoice_id: id } }, from);
    const { label } = accountOf(from.session, account);
    return own(receiptModel(deposit, label, await contextOf(wanted)));
  });
}

/** The file of an export. @throws ProblemError `no_file` if the answer names none, or one that we may not fetch */
async function exported(
  { download_url: address }: { download_url: string | null },
  base: string,
  from: Asked,
): Promise<Response> {
  const file = address ? await providerFile(address, ['csv', 'xlsx', 'pdf'], from) : null;
  if (!file) throw noFile('The provider named no file that can be fetched.');
  return attachment(file, base, 'provider');
}

/** The provider's file of the deposits of a period (D80). */
export function downloadDeposits(request: Request, account: string): Promise<Response> {
  return asked(request, account, async (from) => {
    const query = await readJson(request, periodBody);
    const base = ['deposits', account, query.start, query.end].filter(Boolean).join('-');
    return exported(await callAs('D80', { query }, from), base, from);
  });
}

/** The provider's file of a report (D90). */
export function downloadReport(request: Request, account: string, id: string): Promise<Response> {
  return asked(request, account, async (from) => {
    await readJson(request, z.strictObject({}));
    const answer = await callAs('D90', { params: { summary_id: id } }, from);
    return exported(answer, `report-${account}-${id}`, from);
  });
}

/** The kubeconfig of a cluster (A70), with names of its own and the end of its certificate. It holds a private key. */
export function downloadKubeconfig(
  request: Request,
  params: { group_type: string; uuid: string; k8s_uuid: string },
): Promise<Response> {
  return asked(request, undefined, async (from) => {
    await readJson(request, z.strictObject({}));
    const cluster = await callAs('A65', { params }, from);
    const { session, signal } = from;
    const credentials = credentialsFor(session, 'awanio');
    const options = { requestId: from.requestId, signal };
    const { kubeconfig } = await fileForPerson('A70', { params }, credentials, options);
    const name = cluster.name ?? cluster.uuid;
    const { text, context, ends } = ownKubeconfig(kubeconfig, { uuid: cluster.uuid, name });
    return attachment({ type: yamlType, body: Buffer.from(text) }, `kubeconfig-${context}`, 'own', {
      [CONTEXT_HEADER]: context,
      ...(ends === null ? {} : { [ENDS_HEADER]: ends }),
    });
  });
}
