import type { Article } from '../article'
import { lighthouse } from '../illustrations/lighthouse'

export const lighthouseKeeper: Article = {
  slug: 'lighthouse-keeper',
  section: 'The Coast',
  headline: 'The Last Keeper of Skerry Light',
  standfirst:
    'The lamp was made automatic in 1991. Every evening since, Agnes Rourke has climbed its 142 steps all the same, and nobody at the Board has yet had the heart to ask her why.',
  byline: 'Tobias Wren',
  price: '$0.05',
  minutes: 3,
  illustration: lighthouse,
  caption: 'Skerry Light from the south landing, an hour after sunset.',
  paragraphs: [
    'The boat to Skerry goes when Donal Pike says it goes, and on the Tuesday I had booked he said it went at ten past four in the morning or not at all. There is a step cut into the rock on the lee side, and a chain. You wait for the swell to lift you level with the step, Pike says “now” in the voice of a man ordering toast, and you take hold of the chain. Agnes Rourke has done this some four thousand times. She is seventy-eight. She was on the landing to meet us, holding a flask.',
    'She came out in 1969 as the wife of an assistant keeper, and stayed as a keeper herself after the Board discovered, a year late and with some embarrassment, that she had been standing his watches through the winter of his pneumonia. There is a letter about it, framed, in the kitchen. It regrets the irregularity, notes that the light was at no time extinguished, and encloses a form. “They never did say thank you,” she told me. “But they sent the form, and the form had a salary on it.”',
    'On the third of May 1991 three engineers arrived with a grey cabinet the size of a wardrobe. It took them nine days. The cabinet knows when it is dusk; it turns the lens, changes a failed bulb for the next of six, and telephones a room in Harwick should anything go wrong with it. The other keepers went ashore on the relief boat with their trunks and a barometer. Rourke bought the cottage from the Board for one pound, on condition that she did not interfere with the apparatus.',
    'She does not interfere with the apparatus. She climbs to it. Each evening, at the time the old log would have called lighting-up, she takes the stairs at the pace of someone carrying oil, which for twenty-two years she was, and sits on the iron stool in the lantern room until the lens begins to move. Then she writes one line in a book. There are thirty-eight such books now, with the wind, the visibility, and the names of any vessels she knows by their lights. Under remarks, on most nights, there is a single word: “Lit.”',
    'I asked about the exceptions. There have been eleven. On each of them the cabinet had failed and had, for reasons of its own, not telephoned; and on each of them someone in Harwick was rung up by an apologetic woman who said that she was sorry to trouble them so late. The longest interruption in the history of the automatic light is four minutes. The Board’s published figure for its reliability, 99.998 per cent, is quoted at conferences, and is the best on this coast by some margin.',
    'We sat up there together on my last evening. The lens is a first-order Fresnel, taller than a door, and when the motor takes hold the whole room turns to slow green water. Nothing needed doing. A coaster went by, southbound, and she told me its name before I had seen it. “You asked why,” she said after a while, although I had not. “People out there look up and they think somebody is here. I would not like that to be a lie.” Then she took out the book, looked at her watch, and wrote it down.',
  ],
  pullQuote:
    'People out there look up and they think somebody is here. I would not like that to be a lie.',
}
