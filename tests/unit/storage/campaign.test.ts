import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { beginUse, planUse, setWho, useOf, type Campaign } from '../../../src/campaign/campaign.ts';
import { rowOf } from '../../../src/campaign/register.ts';
import { draftToJson, newDraft } from '../../../src/records/draft.ts';
import {
  askToPersist,
  campaignsOfBefore,
  changeCampaign,
  forgetCampaign,
  keepCampaignOnDevice,
  keepingOfCampaign,
  loadCampaign,
  succeedCampaign,
} from '../../../src/storage/campaign.ts';
import { openDevice } from '../../../src/storage/device.ts';
import { listOpenAnswers } from '../../../src/storage/done.ts';
import { keepOnDevice, loadDraft, saveDraft } from '../../../src/storage/drafts.ts';
import { eraseEverything, tellsOfChange } from '../../../src/storage/keeping.ts';
import { CAMPAIGN, CHOSEN, draftKey, KNOWN_FIRST } from '../../../src/storage/presence.ts';
import { deleteRecord, keepRecords, listRecords, readRecords } from '../../../src/storage/records.ts';
import { draftWith, recordFrom } from '../records/example-records.ts';
import { MONDAY, TUESDAY, ward } from '../campaign/example-campaign.ts';
import { newDevice, refuseEverything, type Tab } from './browser.ts';

const record = await recordFrom(draftWith('leaflets'));
const kept = { row: rowOf(record, 'use-letters'), json: JSON.stringify(record) };

let device: ReturnType<typeof newDevice>;
let tab: Tab;
beforeEach(() => {
  device = newDevice();
  tab = device.tab();
  tab.open();
});
afterEach(() => vi.unstubAllGlobals());

const named = (name: string) => (campaign: Campaign) => setWho(campaign, { name }, TUESDAY);
const planned = (id: string) => (campaign: Campaign) =>
  planUse(campaign, { id, title: id, questionnaire: 'lawful-basis' }, TUESDAY);

async function campaign(): Promise<Campaign> {
  const loaded = await loadCampaign();
  if (!('campaign' in loaded)) throw new Error(`There is no campaign: ${JSON.stringify(loaded)}`);
  return loaded.campaign;
}

/** What a page can know before it is painted. */
const knownFirst = (): string | null => device.local.getItem(KNOWN_FIRST);

async function keepWard(): Promise<void> {
  await changeCampaign(ward);
  await keepCampaignOnDevice();
}

describe('in the tab alone', () => {
  test('someone who does five uses in one evening finds them after a refresh, and another tab knows nothing of them', async () => {
    for (const use of ['use-1', 'use-2', 'use-3', 'use-4', 'use-5']) await changeCampaign(planned(use));
    expect((await campaign()).uses.map(({ id }) => id)).toEqual([
      'use-1',
      'use-2',
      'use-3',
      'use-4',
      'use-5',
    ]);
    expect((await campaign()).revision).toBe(5);
    device.tab().open();
    expect(await loadCampaign()).toEqual({ none: true });
  });

  test('someone’s records are kept with the campaign that names them', async () => {
    await changeCampaign(ward, { records: [kept] });
    const { rows, unreadable } = await listRecords();
    expect([rows, unreadable]).toEqual([[kept.row], 0]);
    expect(await readRecords([record.fingerprint])).toEqual([kept.json]);
  });

  test('someone whose browser has no more room is told so, and keeps what there was', async () => {
    await changeCampaign(ward);
    device.setRoom(10_000);
    const saved = await changeCampaign(named('x'.repeat(9000)), { records: [kept] });
    expect(saved).toEqual({ kept: false, why: 'full' });
    expect((await campaign()).who.name).toBe('Ada for Elm');
    expect((await listRecords()).rows).toEqual([]);
  });

  test('someone who deletes a record can put it back', async () => {
    await keepRecords([kept]);
    const deleted = await deleteRecord(record.fingerprint);
    expect((await listRecords()).rows).toEqual([]);
    expect(deleted).toEqual(kept);
    await keepRecords(deleted === undefined ? [] : [deleted]);
    expect(await readRecords([record.fingerprint])).toEqual([kept.json]);
  });
});

describe('on the device, by choice', () => {
  test('what a page can know before it is painted is who campaigns and which uses nobody has begun, and goes with the campaign', async () => {
    await changeCampaign(ward);
    expect(knownFirst()).toBeNull();
    await keepCampaignOnDevice();
    const { who, uses } = await campaign();
    expect(knownFirst()).toBe([who.kind, ...uses.map(({ id }) => id)].join(' '));
    await changeCampaign((now) => beginUse(now, uses[0]?.id ?? '', TUESDAY));
    expect(knownFirst()?.split(' ')).not.toContain(uses[0]?.id);
    await forgetCampaign();
    expect(knownFirst()).toBeNull();
    await keepWard();
    await eraseEverything();
    expect(knownFirst()).toBeNull();
  });

  test('someone who keeps the campaign moves it, its records and all unfinished answers out of the tab', async () => {
    await changeCampaign(ward, { records: [kept] });
    await saveDraft({ ...newDraft({ id: 'lawful-basis', version: '1.1.0' }), use: 'use-letters' }, 'tab');
    expect(await keepCampaignOnDevice()).toMatchObject({ kept: true });
    expect(Object.keys(tab.session)).toEqual([]);
    expect(keepingOfCampaign()).toBe('device');
    device.tab().open();
    expect((await campaign()).who.name).toBe('Ada for Elm');
    expect((await listRecords()).rows).toEqual([kept.row]);
    expect(await listOpenAnswers()).toEqual([
      { use: 'use-letters', questionnaire: 'lawful-basis', answered: 0 },
    ]);
  });

  test('someone who keeps her answers from a questionnaire’s page keeps the campaign with them', async () => {
    await changeCampaign(ward);
    const draft = { ...newDraft({ id: 'lawful-basis', version: '1.1.0' }), use: 'use-letters' };
    expect(await keepOnDevice(draft)).toMatchObject({ kept: true });
    expect(keepingOfCampaign()).toBe('device');
    expect((await campaign()).who.name).toBe('Ada for Elm');
  });

  test('two tabs that change it at the same time overwrite nothing of each other', async () => {
    await keepWard();
    const other = device.tab();
    await Promise.all([
      changeCampaign(planned('use-here')),
      (other.open(), changeCampaign(planned('use-there'))),
      changeCampaign((now) => beginUse(now, 'use-letters', TUESDAY)),
    ]);
    const after = await campaign();
    expect(after.uses.map(({ id }) => id)).toEqual(['use-letters', 'use-emails', 'use-here', 'use-there']);
    expect(useOf(after, 'use-letters')?.state).toBe('begun');
  });

  test('someone who undoes a change that another tab has built upon is told, and nothing is written', async () => {
    await keepWard();
    const before = await campaign();
    await changeCampaign(planned('use-here'));
    const over = before.revision + 1;
    await changeCampaign(planned('use-there'));
    expect(await changeCampaign(() => before, { over })).toEqual({ kept: false, why: 'elsewhere' });
    expect((await campaign()).uses).toHaveLength(4);
    expect(await changeCampaign(() => before, { over: over + 1 })).toMatchObject({ kept: true });
    expect((await campaign()).uses).toHaveLength(2);
  });

  test('where a writing breaks off, neither the campaign nor the record is there', async () => {
    await keepWard();
    const broken = { ...kept, row: { ...kept.row, outcome: (() => '') as unknown as string } };
    expect(await changeCampaign(named('Half'), { records: [kept, broken] })).toMatchObject({ kept: false });
    expect((await campaign()).who.name).toBe('Ada for Elm');
    expect((await listRecords()).rows).toEqual([]);
    expect(await keepRecords([kept, broken])).toBe('denied');
    expect((await listRecords()).rows).toEqual([]);
  });

  test('someone with another campaign in this tab is asked before one gives way', async () => {
    await keepWard();
    const other = device.tab();
    other.open();
    localStorage.removeItem(CHOSEN);
    await changeCampaign(named('Another'));
    expect(await keepCampaignOnDevice()).toEqual({ kept: false, why: 'elsewhere' });
    expect((await campaign()).who.name).toBe('Another');
    expect(await keepCampaignOnDevice(true)).toMatchObject({ kept: true });
    tab.open();
    expect((await campaign()).who.name).toBe('Another');
  });

  test('answers that another tab has put there are not written over when the campaign is kept', async () => {
    const draft = { ...newDraft({ id: 'lawful-basis', version: '1.1.0' }), use: 'use-letters' };
    await keepWard();
    await saveDraft({ ...draft, answers: { who: 'supplier' } }, 'device');
    const other = device.tab();
    other.open();
    other.session.setItem(draftKey('use-letters'), draftToJson(draft).json);
    await keepCampaignOnDevice();
    expect(other.session.getItem(draftKey('use-letters'))).not.toBeNull();
    tab.open();
    expect(await loadDraft('use-letters')).toMatchObject({ draft: { answers: { who: 'supplier' } } });
  });

  test('someone who erases everything in one tab finds that another writes nothing there again', async () => {
    await keepWard();
    await keepRecords([kept]);
    expect(await eraseEverything()).toBe(true);
    expect(await loadCampaign()).toEqual({ none: true });
    expect((await listRecords()).rows).toEqual([]);
    expect(Object.keys(device.local)).toEqual([]);
  });

  test('a tab hears that another has changed something', async () => {
    await keepWard();
    const before = { ...device.local };
    await changeCampaign(named('Later'));
    const changed = Object.keys(device.local).filter((key) => device.local[key] !== before[key]);
    expect(changed.map((key) => tellsOfChange({ key } as StorageEvent))).toEqual([true]);
  });

  test('the browser is asked to keep it, once something is there and not before', async () => {
    const persist = vi.fn(() => Promise.resolve(true));
    vi.stubGlobal('navigator', { storage: { persist, persisted: () => Promise.resolve(false) } });
    expect(await askToPersist()).toBe('unknown');
    expect(persist).not.toHaveBeenCalled();
    await keepWard();
    expect(await askToPersist()).toBe('yes');
    vi.stubGlobal('navigator', {});
    expect(await askToPersist()).toBe('unknown');
  });
});

describe('what cannot be read', () => {
  test('someone whose browser refuses everything is told, and nothing breaks', async () => {
    refuseEverything();
    expect(await loadCampaign()).toEqual({ denied: true });
    expect(await changeCampaign(ward)).toEqual({ kept: false, why: 'denied' });
    expect(await keepCampaignOnDevice()).toEqual({ kept: false, why: 'denied' });
    expect(await keepRecords([kept])).toBe('denied');
    expect(await listRecords()).toEqual({ rows: [], unreadable: 0, denied: false });
    expect(await campaignsOfBefore()).toEqual([]);
  });

  test('a campaign of a newer version is left alone until the person says so', async () => {
    const newer = JSON.stringify({ ...ward(), schema: 'clear-canvass/campaign/2' });
    tab.session.setItem(CAMPAIGN, newer);
    expect(await loadCampaign()).toEqual({ problem: 'newer', kept: newer });
    expect(await changeCampaign(named('Over it'))).toEqual({ kept: false, why: 'newer' });
    expect(tab.session.getItem(CAMPAIGN)).toBe(newer);
    await forgetCampaign();
    expect(await changeCampaign(named('Anew'))).toMatchObject({ kept: true });
  });

  test('a database of a newer version is refused and not touched', async () => {
    await keepWard();
    (await openDB('clear-canvass', 99)).close();
    expect(await loadCampaign()).toEqual({ denied: true });
    expect(await changeCampaign(named('Over it'))).toEqual({ kept: false, why: 'denied' });
  });

  test('one damaged use costs no other, and a damaged decision costs not its use', async () => {
    const broken = ward() as unknown as { uses: Record<string, unknown>[]; standing: unknown };
    broken.uses.push({ id: 'use-broken', title: 7 });
    Object.assign(broken.uses[0] ?? {}, { state: 'decided', decided: { verdict: 'maybe' } });
    broken.standing = 'gone';
    tab.session.setItem(CAMPAIGN, JSON.stringify(broken));
    const loaded = await loadCampaign();
    expect(loaded).toMatchObject({
      campaign: { uses: [{ id: 'use-letters', state: 'begun' }, { id: 'use-emails' }], standing: [] },
    });
    expect('leftOut' in loaded && loaded.leftOut.map((part) => part.join('.'))).toEqual(
      expect.arrayContaining(['uses.2', 'uses.0.decided', 'standing']),
    );
  });

  test('what is no campaign at all is offered as it was found', async () => {
    tab.session.setItem(CAMPAIGN, '{"schema":"clear-canvass/campaign/1","uses":[');
    expect(await loadCampaign()).toMatchObject({ problem: 'damaged' });
    tab.session.setItem(CAMPAIGN, '[]');
    expect(await loadCampaign()).toMatchObject({ problem: 'damaged' });
  });
});

describe('what was kept before', () => {
  /** A device as version 2 of the database left it. */
  async function ofVersion2(): Promise<void> {
    const old = await openDB('clear-canvass', 2, {
      upgrade(database) {
        database.createObjectStore('drafts', { keyPath: 'questionnaire' });
        database.createObjectStore('records', { keyPath: 'fingerprint' });
        database.createObjectStore('checklists', { keyPath: 'moment' });
      },
    });
    const draft = newDraft({ id: 'lawful-basis', version: '1.1.0' });
    await old.put('drafts', {
      questionnaire: 'lawful-basis',
      revision: 3,
      json: draftToJson({ ...draft, answers: { who: 'supplier' }, revision: 3 }).json,
    });
    await old.put('checklists', { moment: 'at-the-door', json: '{}' });
    const { fingerprint, details, madeAt } = record;
    const row = { fingerprint, title: details.title, questionnaire: 'lawful-basis', madeAt };
    await old.put('records', { ...row, json: kept.json });
    await old.put('records', { ...row, fingerprint: 'b'.repeat(64), json: '{"cut' });
    old.close();
    localStorage.setItem(CHOSEN, 'yes');
  }

  test('someone who kept answers, ticks and records on the device before finds them all', async () => {
    await ofVersion2();
    expect(await loadDraft('lawful-basis')).toMatchObject({
      draft: { answers: { who: 'supplier' }, revision: 3 },
    });
    const { rows, unreadable } = await listRecords();
    expect(unreadable).toBe(0);
    expect(rows).toHaveLength(2);
    expect(rows.find((row) => row.fingerprint === record.fingerprint)).toEqual(rowOf(record));
    expect(await readRecords([record.fingerprint, 'b'.repeat(64)])).toEqual([kept.json, '{"cut']);
    const opened = await openDevice();
    expect(await opened.get('checklists', 'at-the-door')).toMatchObject({ json: '{}' });
    opened.close();
  });

  test('someone who kept answers before there was a training finds them beside it', async () => {
    const old = await openDB('clear-canvass', 3, {
      upgrade(database) {
        for (const [store, keyPath] of Object.entries({
          records: 'fingerprint',
          checklists: 'moment',
          drafts: 'key',
          files: 'fingerprint',
          campaigns: 'place',
        }))
          database.createObjectStore(store, { keyPath });
      },
    });
    const { json } = draftToJson(newDraft({ id: 'lawful-basis', version: '1.1.0' }));
    await old.put('drafts', { key: 'lawful-basis', questionnaire: 'lawful-basis', revision: 2, json });
    old.close();
    localStorage.setItem(CHOSEN, 'yes');
    expect(await loadDraft('lawful-basis')).toMatchObject({ draft: { revision: 2 } });
    const opened = await openDevice();
    await opened.put('training', { key: 'alone', json: '{}' });
    expect(await opened.get('training', 'alone')).toMatchObject({ json: '{}' });
    opened.close();
  });

  test('answers given without a campaign stay the questionnaire’s own, beside those of a use', async () => {
    await ofVersion2();
    const draft = { ...newDraft({ id: 'lawful-basis', version: '1.1.0' }), use: 'use-letters' };
    expect(await saveDraft(draft, 'device')).toMatchObject({ kept: true, revision: 1 });
    expect(await loadDraft('lawful-basis')).toMatchObject({ draft: { answers: { who: 'supplier' } } });
    expect(await loadDraft('use-letters')).toMatchObject({ draft: { answers: {}, use: 'use-letters' } });
  });
});

describe('another year', () => {
  test('someone who begins next year’s campaign can still read last year’s', async () => {
    await keepWard();
    const next = { ...ward(), id: 'campaign-next', begunFrom: 'campaign-elm', changedOn: MONDAY };
    expect(await succeedCampaign(next)).toMatchObject({ kept: true });
    expect((await campaign()).id).toBe('campaign-next');
    expect((await campaignsOfBefore()).map(({ id }) => id)).toEqual(['campaign-elm']);
  });
});
