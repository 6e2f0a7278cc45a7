import type { EntityId } from '../model/ids.ts'

/** A name or a territory on whose status states differ, with what is said of it in our own voice: who says what, never who is right. */
export interface Case {
  id: EntityId
  note: string
}
export const UN_NAMES: Readonly<Record<EntityId, string>> = {}
export const ISO_NAMES: Readonly<Record<EntityId, string>> = {}
export const CASES: readonly Case[] = []
