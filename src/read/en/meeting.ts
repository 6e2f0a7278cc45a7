import type { Frames } from '../frame.ts'

export const meeting: Frames = {
  kind: 'meeting',
  frames: [
    { on: 'meet|meet with|confer|consult|speak|talk', form: 'verb', roles: { parties: 'subject object with to', place: 'in at' } },
    { on: 'welcome|host|receive|greet', form: 'verb', roles: { parties: 'subject object', place: 'to in at' } },
    { on: 'attend|join', form: 'verb', needs: { object: 'summit|meeting|conference|talk' }, roles: { parties: 'subject object.of object.modifier', place: 'in at object.in object.at' } },
    { on: 'hold', form: 'verb', needs: { object: 'talk|meeting|summit|conversation|consultation|call|discussion' }, roles: { parties: 'subject with object.with object.between', place: 'in at' } },
    { on: 'meeting|talk|summit|encounter|conversation|audience', form: 'noun', roles: { parties: 'possessor with between of', place: 'in at' } },
  ],
  reads: [['Olaf Scholz met Macky Sall in Dakar.', { parties: ['Olaf Scholz', 'Macky Sall'] }]],
  ignores: ['The proposal met with criticism.'],
}
