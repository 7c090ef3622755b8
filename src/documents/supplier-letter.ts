/** The letter to a supplier: one for each, with the questions that its own uses call for. */
import type { Supplier } from '../campaign/campaign.ts';
import { sensitive } from './asked.ts';
import { chose, SHARED_RULES, someUse } from './facts.ts';
import type { Known } from './known.ts';
import { settled, type ConditionRule, type DocumentRules, type Settled } from './rules.ts';

/** What is known of the uses that name this supplier: of none, where none does. */
const ofSupplier = (known: Known, { id }: Supplier): Known => ({
  ...known,
  lists: [],
  uses: known.uses.filter(({ suppliers }) => suppliers.some((one) => one.id === id)),
});

const shared = (condition: string): ConditionRule => {
  const rule = SHARED_RULES.conditions[condition];
  if (rule === undefined) throw new Error(`Texts share no condition ${condition}.`);
  return rule;
};
const fromRegister = shared('from-register');
const profiling = shared('profiling');

/**
 * Whether a supplier is an online tool. Its uses say which kinds of others handle their data, and not which of them this
 * one is: so it is one where there is no other kind, and none where none is an online tool.
 */
function isOnline(supplier: Supplier, known: Known): Settled | undefined {
  const uses = ofSupplier(known, supplier);
  const online = someUse(uses, (use) =>
    chose(use, 'others-handle', ['canvassing-tool', 'advertising-platform']),
  );
  const onPaperOrByPhone = someUse(uses, (use) => chose(use, 'others-handle', ['printer', 'call-centre']));
  return online?.is === true && onPaperOrByPhone?.is !== false ? undefined : online;
}

/** A supplier of several uses may get the data of one and not of another: only what holds of every use is sure. */
function ofEvery(supplier: Supplier, known: Known, rule: ConditionRule): Settled | undefined {
  const { uses } = ofSupplier(known, supplier);
  const each = uses.map((use) => rule({ ...known, lists: [], uses: [use], unanswered: [] }));
  if (each.length > 0 && each.every((one) => one?.is === true))
    return settled(
      true,
      each.flatMap((one) => one?.sources ?? []),
    );
  const one = rule(ofSupplier(known, supplier));
  return one?.is === false ? one : undefined;
}

export const rules: DocumentRules = {
  supplier: {
    conditions: {
      'supplier.special': (supplier, known) => ofEvery(supplier, known, (of) => someUse(of, sensitive)),
      'supplier.register': (supplier, known) => ofEvery(supplier, known, fromRegister),
      'supplier.profiling': (supplier, known) => ofEvery(supplier, known, profiling),
      'supplier.online': isOnline,
    },
  },
};
