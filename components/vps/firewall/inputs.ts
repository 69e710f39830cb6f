/** What the page asks for, on the server and in the browser alike. */

/** The most rows that the contract gives at once. */
const limit = 100;

export const firewallInputs = (instance: string) => {
  const params = { instance_uuid: instance };
  return {
    policy: { params },
    rules: { params, query: { limit } },
    sets: { params, query: { limit } },
  };
};
