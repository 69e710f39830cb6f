/** The inputs of the tab's reads. Server and browser share them, so that the browser finds the server's answers. */

/** The most rows that the contract allows on one page. */
const limit = 100;

/** The inputs of D35 (policy), D38 (rules) and D43 (IP sets), of the first page each. */
export const firewallInputs = (instance: string) => {
  const params = { instance_uuid: instance };
  return {
    policy: { params },
    rules: { params, query: { limit } },
    sets: { params, query: { limit } },
  };
};
