import type { Frames } from '../frame.ts'

const TIES = 'relation|tie|link|relationship'
export const relations: Frames = {
  kind: 'relations',
  frames: [
    { on: 'establish|forge|form|initiate', form: 'verb', needs: { object: TIES }, roles: { between: 'subject with between object.with object.between object.modifier' }, fixed: { step: 'established' } },
    { on: 'enter', form: 'verb', needs: { into: TIES }, roles: { between: 'subject with into.with' }, fixed: { step: 'established' } },
    { on: 'establishment', form: 'noun', needs: { of: TIES }, roles: { between: 'possessor of.modifier between with of.between of.with by' }, fixed: { step: 'established' } },
    { on: 'have|maintain|enjoy|keep', form: 'verb', needs: { object: TIES }, roles: { between: 'subject with object.with object.between object.modifier' }, fixed: { step: 'held' } },
    { on: 'sever|break|break off|cut|cut off|rupture', form: 'verb', needs: { object: TIES }, roles: { between: 'subject with object.with object.between object.modifier' }, fixed: { step: 'severed' } },
    { on: 'restore|resume|renew|re-establish|reestablish|normalise|normalize', form: 'verb', needs: { object: TIES }, roles: { between: 'subject with object.with object.between object.modifier' }, fixed: { step: 'restored' } },
    { on: 'suspend|freeze', form: 'verb', needs: { object: TIES }, roles: { between: 'subject with object.with object.between object.modifier' }, fixed: { step: 'suspended' } },
    { on: 'strengthen|deepen|broaden|expand|upgrade|enhance|improve|advance|bolster', form: 'verb', needs: { object: `${TIES}|cooperation|partnership` }, roles: { between: 'subject with object.with object.between object.modifier object.possessor' }, fixed: { step: 'upgraded' } },
    { on: 'recognise|recognize', form: 'verb', roles: { between: 'subject object' }, fixed: { step: 'recognised' } },
    { on: 'recognition', form: 'noun', roles: { between: 'possessor of by' }, fixed: { step: 'recognised' } },
    { on: 'friend|ally|partner', form: 'copula', roles: { between: 'subject of with' }, fixed: { step: 'friendly' } },
  ],
  reads: [['Chile and Angola established diplomatic relations in 1990.', { between: ['CHL', 'AGO'], step: 'established', when: '1990' }]],
  ignores: ['The firm established relations with its customers.'],
}
