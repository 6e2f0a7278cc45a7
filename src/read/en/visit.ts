import type { Frames } from '../frame.ts'

export const visit: Frames = {
  kind: 'visit',
  frames: [
    { on: 'visit|tour', form: 'verb', roles: { visitor: 'subject', to: 'object' } },
    {
      on: 'travel|fly|journey|head|go|come|return|move on',
      form: 'verb',
      roles: { visitor: 'subject', to: 'to', place: 'to' },
    },
    { on: 'arrive|land', form: 'verb', roles: { visitor: 'subject', to: 'in at to', place: 'in at' } },
    { on: 'host|welcome|receive|invite', form: 'verb', needs: { to: '*' }, roles: { visitor: 'object', to: 'to' } },
    {
      on: 'visit|trip|travel|tour|journey|pilgrimage|voyage|stopover',
      form: 'noun',
      roles: { visitor: 'possessor subject by of', to: 'to in of' },
    },
    {
      on: 'pay|make|begin|start|conclude|end|finish|complete|undertake|embark|wrap up|kick off|cut short|postpone|cancel|plan',
      form: 'verb',
      needs: { object: 'visit|trip|tour|stop|travel' },
      roles: { visitor: 'subject', to: 'object.to to object.in in' },
    },
  ],
  reads: [
    ['Chancellor Olaf Scholz visited Senegal.', { visitor: 'Olaf Scholz', to: 'SEN' }],
    ['The Norwegian prime minister will travel to Vietnam.', { visitor: 'prime minister of NOR', to: 'VNM', modality: 'planned' }],
    ['No president of Peru has visited Fiji.', { visitor: 'president of PER', to: 'FJI', is: 'none' }],
  ],
  ignores: ['The museum was visited by 3,000 people.', 'Visit our website for more news.'],
}
