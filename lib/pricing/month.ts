/** Hours of a month, as both backends count it (contract/api.md QD14, QA30). A file of its own, since lists need no more. */
export const monthHours = 720;
