import { ChanceryError } from '../model/error.ts'

/** A language model behind an endpoint that speaks OpenAI's chat protocol. */
export interface ModelEndpoint {
  /** With its version: `https://models.example/v1`. */
  url: string
  model: string
  key?: string
  /** Seconds for one answer. */
  timeout: number
}

/**
 * Asks a model for one JSON value. It has no tools and sees nothing but the two texts. Throws `unsupported` when the packages
 * that speak to it are not installed, and `fault` when it does not answer, answers too late, or answers no JSON.
 */
export async function askModel(endpoint: ModelEndpoint, system: string, prompt: string): Promise<unknown> {
  const { generateText, createOpenAICompatible } = await packages()
  const { chatModel } = createOpenAICompatible({
    ...{ name: 'reader', baseURL: endpoint.url },
    ...(endpoint.key && { apiKey: endpoint.key }),
  })
  const request = { model: chatModel(endpoint.model), system, prompt, temperature: 0, maxOutputTokens: 16_384 }
  const answer = await generateText({
    ...request,
    maxRetries: 2,
    abortSignal: AbortSignal.timeout(endpoint.timeout * 1000),
  }).catch((error: Error) => {
    throw failed(endpoint, /abort|time/i.test(error.name) ? `no answer in ${endpoint.timeout} s` : error.message)
  })
  return jsonIn(answer.text) ?? Promise.reject(failed(endpoint, 'its answer is no JSON'))
}

async function packages() {
  try {
    const [{ generateText }, { createOpenAICompatible }] = await Promise.all([
      import('ai'),
      import('@ai-sdk/openai-compatible'),
    ])
    return { generateText, createOpenAICompatible }
  } catch {
    throw new ChanceryError(
      'unsupported',
      '--reader',
      'the model reader needs two packages that are not installed: npm install --no-save ai @ai-sdk/openai-compatible',
    )
  }
}

const failed = ({ url, model }: ModelEndpoint, why: string): ChanceryError =>
  new ChanceryError('fault', url, `the model ${model} at ${url} gave no rows: ${why}`)

/** The JSON value of an answer, which may stand in a fenced block. */
export function jsonIn(text: string): unknown {
  const fenced = text.indexOf('```')
  const body = fenced < 0 ? text : text.slice(text.indexOf('\n', fenced) + 1, text.lastIndexOf('```'))
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
