import { handle } from '@/lib/proxy/handle';

const answer = (request: Request) => handle(request, { mount: 'dewavps' });

export {
  answer as GET,
  answer as POST,
  answer as PUT,
  answer as PATCH,
  answer as DELETE,
  answer as HEAD,
  answer as OPTIONS,
};
