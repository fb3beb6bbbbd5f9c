/**
 * What crosses between a page's content scripts and the worker. None of it carries authority: the
 * worker takes the tab, frame, document and site from the browser, and the terms from the
 * response. No zod here: this file is part of the content scripts, which run on every page.
 */

/** Content script to worker. */
export type PageReport =
  /** This document itself is the answer to a 402 (its own navigation timing says so). */
  | { report: 'document-402' }
  /** A `fetch` of this document got a 402 and is held. `ticket` names the held request. */
  | { report: 'fetch-402'; ticket: string; url: string; method: string }
  /** The page has given up on a held request, or (without a ticket) the document goes away. */
  | { report: 'gone'; ticket?: string | undefined }

/** The answer to a held `fetch`, at once or later. */
export type Verdict =
  /** Not ours, refused or declined: the page gets its own 402. */
  | { verdict: 'keep' }
  /** The user is asked; another verdict follows. */
  | { verdict: 'wait' }
  /** Repeat the request once as `url#<fragment>`: the payment rides on a browser rule. */
  | { verdict: 'repeat'; fragment: string }

/** Worker to one waiting document. */
export type WorkerMessage =
  | { to: 'fetch'; ticket: string; verdict: Verdict }
  /** Is this document, or this held request of it, still there? Answered with a boolean. */
  | { to: 'ping'; ticket?: string }
  | { to: 'document'; action: 'reload' }

/** Name of the event with which the page script asks for the channel, and of its answer. */
export const HELLO = 'tuppence:hello'
export const CHANNEL = 'tuppence:channel'
/** Events on the channel element: page script to relay, relay to page script. */
export const ASK = 'ask'
export const ANSWER = 'answer'

/** From the page script: a held request, or one that it gave up. */
export type ChannelAsk =
  | { kind: 'held'; ticket: string; url: string; method: string }
  | { kind: 'gone'; ticket: string }

/** To the page script: the verdict on one held request. */
export interface ChannelAnswer {
  ticket: string
  verdict: Verdict
}
