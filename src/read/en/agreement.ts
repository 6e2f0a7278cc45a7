import type { Frames } from '../frame.ts'
import { PACTS } from './nouns.ts'

const between = 'subject with object.between object.with object.modifier object.possessor object.of'
const topic = { topic: 'object' }
export const agreement: Frames = {
  kind: 'agreement',
  frames: [
    { on: 'sign|conclude|ink|initial|reach|strike|finalise|finalize|seal|adopt', form: 'verb', needs: { object: PACTS }, roles: { between, topic: 'object' }, must: ['between'], fixed: { step: 'signed' } },
    { on: 'sign on|sign onto|sign up|sign', form: 'verb', needs: { 'onto|to|on to': '*' }, roles: { between: 'subject', topic: 'onto to on_to' }, must: ['between', 'topic'], fixed: { step: 'signed' } },
    { on: 'ratify|approve', form: 'verb', needs: { object: PACTS }, roles: { between, topic: 'object' }, must: ['between'], fixed: { step: 'ratified' } },
    { on: 'negotiate|discuss', form: 'verb', needs: { object: PACTS }, roles: { between, topic: 'object' }, must: ['between'], fixed: { step: 'negotiating' }, modality: 'holds' },
    { on: 'propose|offer|seek', form: 'verb', needs: { object: PACTS }, roles: { between, topic: 'object' }, must: ['between'], fixed: { step: 'proposed' }, modality: 'proposed' },
    { on: 'suspend', form: 'verb', needs: { object: PACTS }, roles: { between, topic: 'object' }, must: ['between'], fixed: { step: 'suspended' } },
    { on: 'end|terminate|abrogate|denounce|scrap', form: 'verb', needs: { object: PACTS }, roles: { between, topic: 'object' }, must: ['between'], fixed: { step: 'ended' } },
    { on: 'withdraw|pull out', form: 'verb', needs: { from: PACTS }, roles: { between: 'subject', topic: 'from' }, must: ['between'], fixed: { step: 'ended' } },
    { on: 'sign', form: 'verb', roles: { between: 'subject', topic: 'object' }, needs: { object: 'declaration|statement|document' }, must: ['between'], fixed: { step: 'signed' } },
    { on: PACTS, form: 'noun', roles: { between: 'between with modifier possessor' }, fixed: { step: 'signed' }, words: { topic: 'head' } },
    { on: 'dialogue|negotiation|talks|talk', form: 'noun', needs: { 'on|toward|towards|about|for': PACTS }, roles: { between: 'between with possessor modifier subject', topic: 'on toward towards about for' }, must: ['between'], fixed: { step: 'negotiating' }, modality: 'holds' },
    { on: 'agree', form: 'verb', needs: { on: '*' }, roles: { between: 'subject with', topic: 'on' }, must: ['between', 'topic'], fixed: { step: 'signed' } },
  ],
  reads: [
    ['Peru and Japan signed a trade agreement in 2011.', { between: ['PER', 'JPN'], step: 'signed', when: '2011' }],
    ['Tonga has ratified the treaty.', { between: ['TON'], step: 'ratified' }],
  ],
  ignores: ['The player signed a contract with the club.'],
}
