/**
 * What crosses between a page's content scripts and the worker. None of it carries authority: the
 * worker takes the tab, frame, document and site from the browser, and the terms from the
 * response. No zod here: this file is part of the content scripts, which run on every page.
 */

/**
 * Content script to worker. `again`: the worker was stopped before it could answer, and with it
 * went what it had seen of the 402.
 */
export type PageReport = { again?: true | undefined } & PageNews

type PageNews =
  /** This document itself is the answer to a 402 (its own navigation timing says so). */
  | { report: 'document-402' }
  /** A request of this document got a 402 and is held. `ticket` names the held request. */
  | {
      report: 'held-402'
      kind: 'fetch' | 'xhr'
      ticket: string
      url: string
      method: string
      bodyHint: boolean
    }
  /** An element of this document failed to load, and its response was marked as a 402. */
  | { report: 'element-402'; url: string }
  /** A link with `download` was clicked; it may meet a 402. */
  | { report: 'download'; url: string }
  /** The page has given up on a held request, or (without a ticket) the document goes away. */
  | { report: 'gone'; ticket?: string | undefined }

/** The answer to a held request, at once or later. */
export type Verdict =
  /** Not ours, refused or declined: the page gets its own 402. */
  | { verdict: 'keep' }
  /** The user is asked; another verdict follows. */
  | { verdict: 'wait' }
  /** Repeat the request once as `url#<fragment>`: the payment rides on a browser rule. */
  | { verdict: 'repeat'; fragment: string }

/** A form as the browser parsed it on its way. */
export interface FormFields {
  enctype: 'application/x-www-form-urlencoded' | 'multipart/form-data'
  /** In order. */
  fields: [name: string, value: string][]
}

/** Worker to one waiting document. */
export type WorkerMessage =
  | { to: 'held'; ticket: string; verdict: Verdict }
  /** Is this document, or this held request of it, still there? Answered with a boolean. */
  | { to: 'ping'; ticket?: string }
  /** Load this document again. */
  | { to: 'document' }

/** Name of the event with which the page script asks for the channel, and of its answer. */
export const HELLO = 'tuppence:hello'
export const CHANNEL = 'tuppence:channel'
/** Events on the channel element: page script to relay, relay to page script. */
export const ASK = 'ask'
export const ANSWER = 'answer'

/** From the page script: a held request, or one that it gave up. */
export type ChannelAsk =
  | { kind: 'fetch' | 'xhr'; ticket: string; url: string; method: string; bodyHint: boolean }
  | { kind: 'gone'; ticket: string }

/** To the page script: the verdict on one held request. */
export interface ChannelAnswer {
  ticket: string
  verdict: Verdict
}

/** 412 is how a server answers that misses a token allowance; it carries the same terms. */
export function is402(status: number | undefined): boolean {
  return status === 402 || status === 412
}

/** Marks a response with `PAYMENT-REQUIRED` in its `Server-Timing` (public/rules/mark-402.json). */
export const TIMING_MARK = 'tuppence-402'
