/** Serves the gateway: its calls for merchants in JSON, the payment pages, and DewaVPS's own address for callbacks. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Cloud } from '../cloud';
import { readCallback } from '../dewavps/callback';
import { html, page, sendPage } from '../html';
import { parseBody, readBody } from '../input';
import { Refusal, errorBody } from '../refusal';
import { actAndTell, paymentActions } from './actions';
import {
  GatewayDown,
  GatewayRefusal,
  inquire,
  paymentBy,
  paymentMethods,
  transactionStatus,
} from './gateway';
import type { Payment } from './gateway';
import { paymentPage } from './page';
import { settingsOf } from './settings';

const text = z.string().min(1).max(255);
const inquiry = z.object({
  merchantCode: text,
  paymentAmount: z.int().positive(),
  paymentMethod: text,
  merchantOrderId: text,
  productDetails: text,
  phoneNumber: text.optional(),
  callbackUrl: text,
  returnUrl: z.string().max(255).default(''),
  expiryPeriod: z.int().positive().default(1440),
  signature: text,
});
const status = z.object({ merchantCode: text, merchantOrderId: text, signature: text });
const fees = z.object({
  merchantcode: text,
  amount: z.int().positive(),
  datetime: text,
  signature: text,
});

const merchantPath = '/gateway/webapi/api/merchant';
const calls: Record<string, (cloud: Cloud, body: unknown) => unknown> = {
  [`${merchantPath}/v2/inquiry`]: (cloud, body) => inquire(cloud, inquiry.parse(body)),
  [`${merchantPath}/transactionStatus`]: (cloud, body) =>
    transactionStatus(cloud, status.parse(body)),
  [`${merchantPath}/paymentmethod/getpaymentmethod`]: (cloud, body) =>
    paymentMethods(cloud, fees.parse(body)),
};

/** DewaVPS's address for callbacks; Awanio's is A53. */
const dewavpsCallback = '/dewavps/callback/duitku';

function sendJson(response: ServerResponse, code: number, body: unknown): void {
  response.writeHead(code, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

async function answerCall(cloud: Cloud, name: string, request: IncomingMessage) {
  const { value } = await parseBody(await readBody(request), 'application/json');
  return calls[name]?.(cloud, value);
}

/** Writes what went wrong in the gateway's own form. */
function sendError(response: ServerResponse, error: unknown): void {
  if (error instanceof GatewayDown)
    sendPage(response, page('Not available', html`<h1>Not available</h1>`), 503);
  else if (error instanceof GatewayRefusal)
    sendJson(response, 400, { statusCode: error.code, statusMessage: error.message });
  else if (error instanceof z.ZodError)
    sendJson(response, 400, { statusCode: '-1', statusMessage: z.prettifyError(error) });
  else if (error instanceof Refusal) sendJson(response, error.status, errorBody('dewavps', error));
  else {
    process.emitWarning(error instanceof Error ? error : String(error));
    sendJson(response, 500, { statusMessage: 'Something went wrong here.' });
  }
}

/** The payment of a page's path. @throws Refusal 404; GatewayDown */
function paymentOfPath({ store }: Cloud, reference: string): Payment {
  const payment = paymentBy(store, reference);
  if (!payment) throw new Refusal(404, 'There is no such payment.');
  if (settingsOf(store, payment.tenant_id).down) throw new GatewayDown('the gateway is down');
  return payment;
}

async function serve(
  cloud: Cloud,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const { method } = request;
  if (method === 'POST' && Object.hasOwn(calls, path))
    return sendJson(response, 200, await answerCall(cloud, path, request));
  if (method === 'POST' && path === dewavpsCallback) {
    const body = await parseBody(await readBody(request), request.headers['content-type'] ?? '');
    readCallback(cloud, body.value);
    return sendJson(response, 200, { message: 'SUCCESS' });
  }
  const [, reference = '', action] = /^\/gateway\/pay\/(\w+)(?:\/(\w+))?$/.exec(path) ?? [];
  const payment = paymentOfPath(cloud, reference);
  const known = paymentActions.find((name) => name === action);
  if (method === 'GET' && action === undefined)
    return sendPage(response, paymentPage(cloud, payment));
  if (method !== 'POST' || !known) throw new Refusal(404, 'The path was not found.');
  await actAndTell(cloud, payment, known);
  response.writeHead(303, { location: `/gateway/pay/${reference}` }).end();
}

/** Serves everything of the gateway. @returns false for other paths */
export function serveGateway(
  cloud: Cloud,
  request: IncomingMessage,
  path: string,
  response: ServerResponse,
): boolean {
  if (!path.startsWith('/gateway/') && path !== dewavpsCallback) return false;
  serve(cloud, request, response, path).catch((error: unknown) => sendError(response, error));
  return true;
}
