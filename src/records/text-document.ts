/** A filled text as a document: see `document.ts`. The checker inside the HTML file carries this too. */
import { plainTime } from './dates.ts';
import type { DocumentBlock, Said } from './document.ts';
import { shortFingerprint } from './fingerprint.ts';
import type { SaidInText, TextRecord, TextRecordBlock } from './text-record.ts';

const own = (text: string): Said => ({ text });
const saidOf = ({ text, typed }: SaidInText): Said => (typed === true ? { text, typed } : { text });

/** What is said of a part that stands there only if something is so. */
const ifSo = (sentence: string): string => `Only if ${sentence}`;

/** The text alone, as it is printed, copied and published: under its title, with nothing of ours beside it. */
export function textAlone({
  text,
  campaign,
  blocks,
}: Pick<TextRecord, 'text' | 'campaign' | 'blocks'>): readonly DocumentBlock[] {
  const over = campaign.trim() === '' ? '[Name of the campaign]' : campaign.trim();
  return [{ kind: 'title', over, text: own(text.title) }, ...sectionsOf(blocks)];
}

/** The text, and after it, on a side of its own, what it is not, what is open in it and where it comes from. */
export function textDocumentOf(record: TextRecord): readonly DocumentBlock[] {
  const { notice, gaps, open, notIn, origins, campaign, madeAt, fingerprint } = record;
  return [
    ...textAlone(record),
    {
      kind: 'annex',
      id: 'about-this-text',
      heading: 'About this text: not for publication',
      blocks: [
        { kind: 'paragraph', said: own(notice) },
        {
          kind: 'facts',
          facts: [
            {
              term: 'Campaign',
              said: [campaign.trim() === '' ? own('Not given') : { text: campaign, typed: true }],
            },
            { term: 'Made on', said: [own(plainTime(madeAt))] },
            { term: 'Still to fill in', said: orNothing(gaps) },
            { term: 'Still to be settled', said: orNothing(open) },
            ...(notIn.length === 0
              ? []
              : [
                  {
                    term: 'Planned, not answered yet, and so not in it',
                    said: notIn.map((title) => ({ text: title, typed: true })),
                  },
                ]),
          ],
        },
        {
          kind: 'part',
          heading: own('Where it comes from'),
          blocks: [
            {
              kind: 'entries',
              entries: origins.map(({ text, from, rests }) => ({
                text: { text, typed: true },
                facts: [
                  ...(from.length === 0
                    ? []
                    : [{ term: 'From', said: from.map((one) => ({ text: one, typed: true })) }]),
                  { term: 'Rests on', said: rests.map(own) },
                ],
              })),
            },
          ],
        },
        { kind: 'fingerprint', groups: shortFingerprint(fingerprint).split(' ') },
      ],
    },
  ];
}

const orNothing = (all: readonly string[]): Said[] =>
  all.length === 0 ? [own('Nothing')] : all.map((one) => ({ text: one, typed: true }));

/** Blocks in sections by their headings; what comes before the first stands by itself. */
function sectionsOf(blocks: readonly TextRecordBlock[], prefix = 'text'): DocumentBlock[] {
  const sections: DocumentBlock[] = [];
  let section: { id: string; heading: string; blocks: TextRecordBlock[] } | undefined;
  const close = (): void => {
    if (section !== undefined)
      sections.push({ kind: 'section', ...section, blocks: partsOf(section.blocks) });
  };
  let loose: TextRecordBlock[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading' && block.depth === 2) {
      if (section === undefined) sections.push(...partsOf(loose));
      close();
      section = { id: `${prefix}-${sections.length + 1}`, heading: block.text, blocks: [] };
      loose = [];
    } else if (section === undefined) loose.push(block);
    else section.blocks.push(block);
  }
  if (section === undefined) sections.push(...partsOf(loose));
  close();
  return sections;
}

/** Blocks in parts by their smaller headings. */
function partsOf(blocks: readonly TextRecordBlock[]): DocumentBlock[] {
  const at = blocks.findIndex(({ kind }) => kind === 'heading');
  const loose = (some: readonly TextRecordBlock[]) =>
    joined(some.flatMap((block) => (block.kind === 'heading' ? [] : blockOf(block))));
  const heading = blocks[at];
  if (heading?.kind !== 'heading') return loose(blocks);
  const rest = blocks.slice(at + 1);
  const end = rest.findIndex(({ kind }) => kind === 'heading');
  const inside = end < 0 ? rest : rest.slice(0, end);
  return [
    ...loose(blocks.slice(0, at)),
    { kind: 'part', heading: own(heading.text), blocks: loose(inside) },
    ...(end < 0 ? [] : partsOf(rest.slice(end))),
  ];
}

function blockOf(block: Exclude<TextRecordBlock, { kind: 'heading' }>): DocumentBlock[] {
  switch (block.kind) {
    case 'paragraph':
      return [{ kind: 'paragraph', said: saidOf(block.said) }];
    case 'list':
      return [{ kind: 'list', items: block.items.map(saidOf) }];
    case 'table':
      return [block];
    case 'open':
      return partsOf(marked(block.blocks, ifSo(block.sentence)));
  }
}

/** Blocks that say themselves, each of them, under what condition they stand there: where it ends is then plain. */
function marked(blocks: readonly TextRecordBlock[], mark: string): TextRecordBlock[] {
  const before = (said: SaidInText): SaidInText => ({ ...said, text: `[${mark}] ${said.text}` });
  return blocks.flatMap((block): TextRecordBlock[] => {
    switch (block.kind) {
      case 'heading':
        return [{ ...block, text: `[${mark}] ${block.text}` }];
      case 'paragraph':
        return [{ ...block, said: before(block.said) }];
      case 'list':
        return [{ ...block, items: block.items.map(before) }];
      case 'table':
        return [{ ...block, caption: `[${mark}] ${block.caption}` }];
      case 'open':
        return marked(marked(block.blocks, ifSo(block.sentence)), mark);
    }
  });
}

/** Lists that follow each other are one. */
function joined(blocks: readonly DocumentBlock[]): DocumentBlock[] {
  return blocks.reduce<DocumentBlock[]>((so, block) => {
    const last = so.at(-1);
    return block.kind === 'list' && last?.kind === 'list'
      ? [...so.slice(0, -1), { kind: 'list', items: [...last.items, ...block.items] }]
      : [...so, block];
  }, []);
}
