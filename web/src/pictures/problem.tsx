import type { Problem } from '../api.ts'

/** A refusal in words. */
export const Refusal = ({ problem }: { problem: Problem }) => (
  <p class="refusal" role="alert">
    <strong>{problem.title}.</strong> {problem.detail}
  </p>
)
