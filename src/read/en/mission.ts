import type { Frames } from '../frame.ts'
import { POSTS } from './nouns.ts'

const roles = {
  sender: 'object.modifier object.possessor object.of subject',
  host: 'object.in in object.to object.at at',
  place: 'object.in in object.at at',
}
const words = { type: 'object' }
/** "The Finnish embassy in Accra reopened": the post itself is the subject. */
const standing = {
  roles: {
    sender: 'subject.modifier subject.possessor subject.of',
    host: 'subject.in subject.to subject.at in at',
    place: 'subject.in in',
  },
  words: { type: 'subject' },
}
const must = ['sender', 'host']
export const mission: Frames = {
  kind: 'mission',
  frames: [
    {
      on: 'open|inaugurate|dedicate|reopen|establish|re-open|set up|launch|re-establish|reestablish|complete',
      form: 'verb',
      needs: { object: POSTS },
      roles,
      words,
      must,
      fixed: { step: 'opened' },
    },
    {
      on: 'open|reopen|re-open|resume',
      form: 'verb',
      needs: { subject: POSTS },
      ...standing,
      must,
      fixed: { step: 'opened' },
    },
    {
      on: 'close|shut|shut down',
      form: 'verb',
      needs: { subject: POSTS },
      ...standing,
      must,
      fixed: { step: 'closed' },
    },
    {
      on: 'close|shut|shut down|shutter',
      form: 'verb',
      needs: { object: POSTS },
      roles,
      words,
      must,
      fixed: { step: 'closed' },
    },
    {
      on: 'resume|restart|restore',
      form: 'verb',
      needs: { object: 'operation|service|activity', 'at|in|object.at|object.of': POSTS },
      roles: {
        sender: 'at.modifier at.possessor in.modifier object.at.modifier subject',
        host: 'at.in object.at.in in object.in',
        place: 'at.in object.at.in in',
      },
      must,
      fixed: { step: 'opened' },
    },
    {
      on: 'suspend|halt|cease|end',
      form: 'verb',
      needs: { object: 'operation|service|activity', 'at|in|object.at|object.of': POSTS },
      roles: {
        sender:
          'at.modifier at.possessor object.at.modifier object.of.modifier object.at.possessor object.of.possessor subject',
        host: 'at.in object.at.in object.of.in in object.in',
        place: 'at.in object.at.in in',
      },
      must,
      fixed: { step: 'closed' },
    },
    {
      on: 'suspend|halt|cease|end',
      form: 'verb',
      needs: { subject: POSTS, object: 'operation|service|activity' },
      ...standing,
      must,
      fixed: { step: 'closed' },
    },
    {
      on: 'resume|restart',
      form: 'verb',
      needs: { subject: POSTS, object: 'operation|service|activity' },
      ...standing,
      must,
      fixed: { step: 'opened' },
    },
    {
      on: 'open|establish|reopen|re-open|inaugurate',
      form: 'verb',
      needs: { object: 'embassy|consulate|legation|mission' },
      roles,
      words,
      must: ['sender'],
      fixed: { step: 'opened' },
    },
    {
      on: 'close|shut|shut down|shutter',
      form: 'verb',
      needs: { object: 'embassy|consulate|legation' },
      roles,
      words,
      must: ['sender'],
      fixed: { step: 'closed' },
    },
    {
      on: 'groundbreaking|construction',
      form: 'noun',
      needs: { 'of|for': POSTS },
      roles: {
        sender: 'of.modifier of.possessor for.modifier possessor by',
        host: 'of.in for.in in',
        place: 'of.in in',
      },
      words: { type: 'of' },
      must,
      fixed: { step: 'announced' },
    },
    {
      on: 'move|relocate|transfer',
      form: 'verb',
      needs: { object: POSTS },
      roles: { ...roles, host: 'to object.to in object.in', place: 'to object.to' },
      words,
      must,
      fixed: { step: 'moved' },
    },
    { on: 'be', form: 'copula', needs: { subject: POSTS }, ...standing, must, fixed: { step: 'exists' } },
    {
      on: 'have|maintain|operate|keep',
      form: 'verb',
      needs: { object: POSTS },
      roles,
      words,
      must,
      fixed: { step: 'exists' },
    },
    {
      on: 'opening|dedication|inauguration|reopening|establishment',
      form: 'noun',
      needs: { of: POSTS },
      roles: { sender: 'of.modifier of.possessor possessor by', host: 'of.in in of.to', place: 'of.in in' },
      words: { type: 'of' },
      must,
      fixed: { step: 'opened' },
    },
    {
      on: 'closure|closing|shutdown',
      form: 'noun',
      needs: { of: POSTS },
      roles: { sender: 'of.modifier of.possessor possessor by', host: 'of.in in of.to', place: 'of.in in' },
      words: { type: 'of' },
      must,
      fixed: { step: 'closed' },
    },
  ],
  reads: [
    [
      'Finland opened an embassy in Ghana in 2023.',
      { sender: 'FIN', host: 'GHA', step: 'opened', type: 'embassy', when: '2023' },
    ],
    ['Belgium closed its consulate in Bolivia.', { sender: 'BEL', host: 'BOL', step: 'closed', type: 'consulate' }],
    ['Japan suspended operations at its embassy in Sudan.', { sender: 'JPN', host: 'SDN', step: 'closed' }],
    ['The Maltese embassy in Chad had suspended operations.', { sender: 'MLT', host: 'TCD', step: 'closed' }],
    ['Norway closed its consulate in Gdansk.', { sender: 'NOR', step: 'closed', type: 'consulate' }],
    ['Malta has an embassy in Tunisia.', { sender: 'MLT', host: 'TUN', step: 'exists', modality: 'holds' }],
  ],
  ignores: [
    'The chain suspended operations at its office in Leeds.',
    'The bank opened an office in Leeds.',
    'The school closed its office.',
  ],
}
