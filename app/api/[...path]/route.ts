import { problemResponse } from '@/lib/session/http';

/** Answers paths that have no other handler with a problem. Next would render a page and look for a server action. */
const answer = () =>
  problemResponse({ code: 'not_found', status: 404, message: 'There is no such operation.' });

export {
  answer as GET,
  answer as POST,
  answer as PUT,
  answer as PATCH,
  answer as DELETE,
  answer as HEAD,
  answer as OPTIONS,
};
