/** What is to be said under every map. */
export const MAP_NOTE =
  'A dot for each voter, near the middle of its land and moved aside where dots are close. The coast is drawn for orientation; no border is.'
