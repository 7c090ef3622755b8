/** Facts that the answers to shared questions set, of the same name wherever those are asked. */
import { factsOf, NOT_KNOWN } from '../engine/define.ts';
import { othersHandle } from './shared-questions.ts';

const { ticked } = factsOf({ 'others-handle': othersHandle });

/** Who handles the data besides the campaign. */
export const helperFacts = {
  supplierHandles: ticked(
    'others-handle',
    'printer',
    'call-centre',
    'canvassing-tool',
    'advertising-platform',
  ),
  toolHandles: ticked('others-handle', 'canvassing-tool', 'advertising-platform'),
  equalHandles: ticked('others-handle', 'advertising-platform', 'party', 'another-campaign'),
  helpersOpen: ticked('others-handle', NOT_KNOWN),
  outsidersHandle: ticked('others-handle', 'advertising-platform', 'another-campaign', NOT_KNOWN),
  campaignsHandle: ticked('others-handle', 'party', 'another-campaign'),
};
