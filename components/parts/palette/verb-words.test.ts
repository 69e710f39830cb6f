import { describe, expect, it } from 'vitest';
import en from '@/messages/en/machines.json';
import id from '@/messages/id/machines.json';
import enInstances from '@/messages/en/instances.json';
import idInstances from '@/messages/id/instances.json';
import { isVerbWord, meansVerb } from './verb-words';

const { label: _en, overview: _enOverview, ...enTabs } = enInstances.tabs;
const { label: _id, overview: _idOverview, ...idTabs } = idInstances.tabs;

describe('the words of verbs', () => {
  it('have the labels of both languages, whatever the language of the page', () => {
    for (const labels of [en.verbs, id.verbs, enTabs, idTabs]) {
      for (const [verb, label] of Object.entries(labels)) {
        for (const word of label.toLowerCase().split(' ')) {
          if (word.length > 1) expect(meansVerb(verb, '', word), `${verb}: ${word}`).toBe(true);
        }
      }
    }
  });
  it('are found by their beginning, but not by one letter or a later part', () => {
    expect(isVerbWord('sto')).toBe(true);
    expect(isVerbWord('s')).toBe(false);
    expect(isVerbWord('top')).toBe(false);
    expect(meansVerb('start', '', 'stop')).toBe(false);
    expect(meansVerb('unknown', 'Do it', 'do')).toBe(true);
  });
});
